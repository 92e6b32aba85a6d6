// Tables of the model's controls, outputs and words. Written by `python -m sim.write_generated`, not to be edited.

/** @type {Record<string, import("./plate/types.d.ts").Food>} */
export const FOODS = {
  "natto": {"name": "Natto", "group": "Beans and greens", "serving": "1 pack (45 g)", "spans": {"calcium": [97.65, 97.65], "vitamin_k2": [270.0, 487.8]}, "forms": {"MK-7": [270.0, 450.0], "MK-8 to MK-11": [0.0, 37.800000000000004]}},
  "tofu": {"name": "Tofu set with calcium", "group": "Beans and greens", "serving": "half a cup (126 g)", "spans": {"calcium": [258.0, 258.0]}, "forms": {}},
  "white_beans": {"name": "White beans", "group": "Beans and greens", "serving": "half a cup (110 g)", "spans": {"calcium": [113.0, 113.0]}, "forms": {}},
  "kale": {"name": "Kale", "group": "Beans and greens", "serving": "half a cup (85 g)", "spans": {"calcium": [61.0, 127.5]}, "forms": {}, "k1": true},
  "bok_choy": {"name": "Bok choy", "group": "Beans and greens", "serving": "half a cup (85 g)", "spans": {"calcium": [79.0, 79.0]}, "forms": {}, "k1": true},
  "mustard_greens": {"name": "Chinese mustard greens", "group": "Beans and greens", "serving": "half a cup (85 g)", "spans": {"calcium": [212.0, 212.0]}, "forms": {}, "k1": true},
  "broccoli": {"name": "Broccoli", "group": "Beans and greens", "serving": "half a cup (71 g)", "spans": {"calcium": [35.0, 35.0]}, "forms": {}, "k1": true},
  "spinach": {"name": "Spinach", "group": "Beans and greens", "serving": "half a cup (85 g)", "spans": {"calcium": [115.0, 115.0]}, "forms": {}, "k1": true},
  "sauerkraut": {"name": "Sauerkraut", "group": "Beans and greens", "serving": "1 portion (100 g)", "spans": {"vitamin_k2": [5.5, 5.5]}, "forms": {"not told apart": [5.5, 5.5]}, "k1": true},
  "bread": {"name": "Bread", "group": "Bread, nuts and drinks", "serving": "1 slice (33 g)", "spans": {"calcium": [35.0, 58.0]}, "forms": {}},
  "cereal": {"name": "Breakfast cereal with added calcium", "group": "Bread, nuts and drinks", "serving": "1 bowl (30 g)", "spans": {"calcium": [80.0, 146.0], "vitamin_d": [46.8, 99.42857142857142]}, "forms": {}},
  "almonds": {"name": "Almonds", "group": "Bread, nuts and drinks", "serving": "1 handful (28 g)", "spans": {"calcium": [70.0, 75.0]}, "forms": {}},
  "figs": {"name": "Dried figs", "group": "Bread, nuts and drinks", "serving": "5 figs (67 g)", "spans": {"calcium": [134.0, 230.0]}, "forms": {}},
  "plant_drink": {"name": "Plant drink with added calcium", "group": "Bread, nuts and drinks", "serving": "1 cup (240 g)", "spans": {"calcium": [288.0, 442.0], "vitamin_d": [72.0, 119.0]}, "forms": {}},
  "orange_juice": {"name": "Orange juice with added calcium", "group": "Bread, nuts and drinks", "serving": "1 glass (200 g)", "spans": {"calcium": [240.0, 290.83333333333337], "vitamin_d": [69.60000000000001, 133.33333333333331]}, "forms": {}},
  "hard_cheese": {"name": "Hard cheese", "group": "Dairy", "serving": "1 slice (30 g)", "spans": {"calcium": [216.42857142857144, 216.42857142857144], "vitamin_k2": [22.5, 77.64]}, "forms": {"MK-4": [1.5, 1.5], "MK-8 to MK-11": [21.0, 76.14]}},
  "soft_cheese": {"name": "Soft cheese", "group": "Dairy", "serving": "1 piece (30 g)", "spans": {"calcium": [55.714285714285715, 120.0], "vitamin_k2": [15.75, 136.62]}, "forms": {"MK-8 to MK-11": [15.75, 136.62]}},
  "blue_cheese": {"name": "Blue cheese", "group": "Dairy", "serving": "1 piece (30 g)", "spans": {"calcium": [155.35714285714286, 155.35714285714286], "vitamin_k2": [83.7, 153.36]}, "forms": {"MK-8 to MK-11": [83.7, 153.36]}},
  "swiss_cheese": {"name": "Swiss cheese", "group": "Dairy", "serving": "1 slice (30 g)", "spans": {"calcium": [235.7142857142857, 267.85714285714283], "vitamin_k2": [0.69, 39.3]}, "forms": {"not told apart": [0.69, 39.3]}},
  "cottage_cheese": {"name": "Cottage cheese", "group": "Dairy", "serving": "half a cup (113 g)", "spans": {"calcium": [69.0, 126.0], "vitamin_k2": [46.680299999999995, 63.56249999999999]}, "forms": {"MK-8 to MK-11": [46.680299999999995, 63.56249999999999]}},
  "quark": {"name": "Quark (curd cheese)", "group": "Dairy", "serving": "1 portion (100 g)", "spans": {"calcium": [100.0, 130.0], "vitamin_k2": [24.8, 24.8]}, "forms": {"not told apart": [24.8, 24.8]}, "memory": ["vitamin_k2"]},
  "milk": {"name": "Milk", "group": "Dairy", "serving": "1 cup (240 g)", "spans": {"calcium": [290.0, 290.0], "vitamin_k2": [0.0, 82.296]}, "forms": {"MK-8 to MK-11": [0.0, 82.296]}, "memory": ["vitamin_k2"]},
  "fortified_milk": {"name": "Milk with added vitamin D", "group": "Dairy", "serving": "1 cup (240 g)", "spans": {"calcium": [290.0, 290.0], "vitamin_d": [96.0, 192.0], "vitamin_k2": [0.0, 82.296]}, "forms": {"MK-8 to MK-11": [0.0, 82.296]}, "memory": ["vitamin_k2"]},
  "yoghurt": {"name": "Yoghurt", "group": "Dairy", "serving": "1 cup (227 g)", "spans": {"calcium": [275.0, 488.0], "vitamin_k2": [18.7956, 96.021]}, "forms": {"MK-8 to MK-11": [18.7956, 96.021]}},
  "greek_yoghurt": {"name": "Greek yoghurt", "group": "Dairy", "serving": "1 small pot (150 g)", "spans": {"calcium": [165.19823788546256, 172.46696035242292], "vitamin_k2": [31.860000000000003, 49.410000000000004]}, "forms": {"MK-8 to MK-11": [31.860000000000003, 49.410000000000004]}},
  "butter": {"name": "Butter", "group": "Dairy", "serving": "on 2 slices of bread (10 g)", "spans": {"vitamin_k2": [1.5, 1.5]}, "forms": {"not told apart": [1.5, 1.5]}, "memory": ["vitamin_k2"]},
  "egg_yolk": {"name": "Egg yolk", "group": "Egg and meat", "serving": "1 yolk (17 g)", "spans": {"vitamin_d": [32.0, 80.0], "vitamin_k2": [5.2700000000000005, 5.2700000000000005]}, "forms": {"MK-4": [5.2700000000000005, 5.2700000000000005]}},
  "chicken": {"name": "Chicken", "group": "Egg and meat", "serving": "1 piece (120 g)", "spans": {"vitamin_k2": [9.6, 18.35294117647059]}, "forms": {"MK-4": [9.6, 18.35294117647059]}},
  "chicken_liver": {"name": "Chicken liver", "group": "Egg and meat", "serving": "1 portion (85 g)", "spans": {"vitamin_k2": [6.0, 6.0]}, "forms": {"MK-4": [6.0, 6.0]}},
  "beef_liver": {"name": "Beef liver", "group": "Egg and meat", "serving": "1 portion (85 g)", "spans": {"vitamin_d": [42.0, 125.8]}, "forms": {}},
  "goose_liver": {"name": "Goose-liver paste", "group": "Egg and meat", "serving": "on 1 slice of bread (20 g)", "spans": {"vitamin_k2": [73.8, 73.8]}, "forms": {"MK-4": [73.8, 73.8]}},
  "ground_beef": {"name": "Ground beef", "group": "Egg and meat", "serving": "1 portion (85 g)", "spans": {"vitamin_k2": [0.85, 6.0]}, "forms": {"MK-4": [0.85, 6.0]}},
  "ham": {"name": "Ham", "group": "Egg and meat", "serving": "1 portion (85 g)", "spans": {"vitamin_k2": [4.0, 4.0]}, "forms": {"MK-4": [4.0, 4.0]}},
  "salmon": {"name": "Salmon, farmed or wild", "group": "Fish and mushrooms", "serving": "1 portion (100 g)", "spans": {"vitamin_d": [92.0, 932.0]}, "forms": {}},
  "canned_salmon": {"name": "Canned salmon with bones", "group": "Fish and mushrooms", "serving": "1 small tin (85 g)", "spans": {"calcium": [76.5, 239.7], "vitamin_d": [462.4, 462.4]}, "forms": {}},
  "trout": {"name": "Trout", "group": "Fish and mushrooms", "serving": "1 portion (100 g)", "spans": {"vitamin_d": [400.0, 400.0]}, "forms": {}},
  "mackerel": {"name": "Mackerel", "group": "Fish and mushrooms", "serving": "1 portion (100 g)", "spans": {"vitamin_d": [344.0, 344.0]}, "forms": {}},
  "herring": {"name": "Herring", "group": "Fish and mushrooms", "serving": "1 portion (100 g)", "spans": {"vitamin_d": [216.0, 216.0]}, "forms": {}},
  "sardines": {"name": "Sardines with bones", "group": "Fish and mushrooms", "serving": "1 small tin (85 g)", "spans": {"calcium": [325.0, 325.0], "vitamin_d": [170.0, 170.0]}, "forms": {}},
  "tuna": {"name": "Tuna", "group": "Fish and mushrooms", "serving": "1 portion (100 g)", "spans": {"vitamin_d": [120.0, 120.0]}, "forms": {}},
  "cod_liver_oil": {"name": "Cod-liver oil", "group": "Fish and mushrooms", "serving": "1 tablespoon (15 g)", "spans": {"vitamin_d": [1360.0, 1360.0]}, "forms": {}},
  "shiitake": {"name": "Shiitake mushrooms", "group": "Fish and mushrooms", "serving": "1 portion (100 g)", "spans": {"vitamin_d": [156.0, 156.0]}, "forms": {}},
  "calcium_tablet": {"name": "Calcium tablet", "group": "Supplements", "serving": "1 tablet", "spans": {"calcium": [500.0, 500.0], "vitamin_d": [0.0, 0.0], "vitamin_k2": [0.0, 0.0]}, "forms": {"not told apart": [0.0, 0.0]}, "labels": ["calcium", "vitamin_d", "vitamin_k2"]},
  "vitamin_d_tablet": {"name": "Vitamin D tablet", "group": "Supplements", "serving": "1 tablet", "spans": {"calcium": [0.0, 0.0], "vitamin_d": [1000.0, 1000.0], "vitamin_k2": [0.0, 0.0]}, "forms": {"not told apart": [0.0, 0.0]}, "labels": ["calcium", "vitamin_d", "vitamin_k2"]},
  "mk7_capsule": {"name": "MK-7 capsule", "group": "Supplements", "serving": "1 capsule", "spans": {"calcium": [0.0, 0.0], "vitamin_d": [0.0, 0.0], "vitamin_k2": [100.0, 100.0]}, "forms": {"MK-7": [100.0, 100.0]}, "labels": ["calcium", "vitamin_d", "vitamin_k2"]},
  "mk4_capsule": {"name": "MK-4 capsule", "group": "Supplements", "serving": "1 capsule", "spans": {"calcium": [0.0, 0.0], "vitamin_d": [0.0, 0.0], "vitamin_k2": [100.0, 100.0]}, "forms": {"MK-4": [100.0, 100.0]}, "labels": ["calcium", "vitamin_d", "vitamin_k2"]},
  "d3_k2_capsule": {"name": "D3 + K2 capsule", "group": "Supplements", "serving": "1 capsule", "spans": {"calcium": [0.0, 0.0], "vitamin_d": [1000.0, 1000.0], "vitamin_k2": [100.0, 100.0]}, "forms": {"MK-7": [100.0, 100.0]}, "labels": ["calcium", "vitamin_d", "vitamin_k2"]},
};
export const K2_FORMS = ["MK-7", "MK-4", "MK-8 to MK-11", "not told apart"];
/** @type {Record<string, [number, number]>} */
export const SUN = {
  "none": [0, 0],
  "some": [104.5, 325.5],
  "summer": [209, 651],
};
export const SUN_ABOUT = "In four groups of people, summer sun at its peak made 209 to 651 IU of vitamin D a day in the skin. “Some” is half of that: a rule, not a measurement. Skin colour, clothes, place and age change it much. (Heaney 2013, J Nutr, All-source basal vitamin D inputs are greater than previously thought.)";
export const MORE_THAN_LISTED = "Heaney 2013 works out that people without supplements get 778 to 2,667 IU of vitamin D a day from food and sun together. That is more than most plates and the sun explain, so a plate's vitamin D may well be too low.";
export const MOST = 5;
/** @type {import("./plate/types.d.ts").Example[]} */
export const PLATES = [{"name": "School day", "about": "Bread with butter and hard cheese, milk, a pot of Greek yoghurt, chicken and broccoli: its K2 is mostly long forms, and tables disagree how much.", "servings": {"broccoli": 1, "bread": 4, "hard_cheese": 3, "milk": 1, "greek_yoghurt": 1, "butter": 2, "chicken": 1}, "sun": "some"}, {"name": "Burger day", "about": "Cereal with milk, a ham sandwich, a burger with cheese (two slices of bread stand for the bun), yoghurt and juice with added calcium.", "servings": {"bread": 4, "cereal": 1, "orange_juice": 1, "swiss_cheese": 1, "milk": 1, "yoghurt": 1, "ground_beef": 1, "ham": 1}, "sun": "some"}, {"name": "Without dairy", "about": "Cereal with a plant drink, orange juice, bread, tofu with kale, figs and almonds: plenty of calcium that was added, and no K2 that is known here.", "servings": {"tofu": 1, "kale": 1, "bread": 2, "cereal": 1, "almonds": 1, "figs": 1, "plant_drink": 1, "orange_juice": 1}, "sun": "some"}, {"name": "With natto", "about": "One pack of natto with tofu, bok choy, mackerel and an egg: nearly all of its K2 is the MK-7 of natto.", "servings": {"natto": 1, "tofu": 1, "bok_choy": 1, "egg_yolk": 1, "mackerel": 1}, "sun": "some"}, {"name": "Winter without sun", "about": "Bread with soft cheese and ham, quark, sauerkraut with white beans, and an egg: next to no vitamin D.", "servings": {"white_beans": 1, "sauerkraut": 1, "bread": 3, "soft_cheese": 2, "quark": 1, "egg_yolk": 1, "ham": 1}, "sun": "none"}, {"name": "Tablets, without known K2", "about": "Tofu, kale, a plant drink, sardines, a calcium and a vitamin D tablet: no K2 on the labels, and none known here for the foods.", "servings": {"tofu": 1, "kale": 1, "plant_drink": 1, "sardines": 1, "calcium_tablet": 1, "vitamin_d_tablet": 1}, "sun": "none"}];
export const HOW_SURE = "supported";
