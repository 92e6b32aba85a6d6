// A copy of sim/text/en.ftl. Written by `python -m sim.write_generated`, not to be edited.

export const EN = `# Every sentence and label that readers see of a run, in English, in the format of Project Fluent.
# Python reads this file (sim/text/messages.py), the browser its copy (sim/browser/words/en.js, written by
# \`python -m sim.write_generated\`). Another language is another file like this one.
# Numbers come in as text, written by our own functions. $count is a number only to choose singular or plural.

### The Lab: question, sentence, menu, controls

lab-question = Plenty of calcium. So why thinner bones and harder arteries?
lab-scene = Calcium goes from the gut through a door into the blood, and from there through guarded doors into bone and into the artery wall.
lab-to-sliders = To the sliders
lab-hint = ← drag me and watch
lab-try = Try
lab-account = Account
lab-key = Each moving dot is { $dot } mg of calcium a day; each speck in the wall is { $speck } mg. Dashed: as it was before.
lab-server-gone = The server does not answer. The Lab goes on without it; saving and sharing have to wait.
lab-old-browser = This browser is too old for the Lab. A newer Chrome, Edge, Firefox or Safari can show it.

menu = Menu
menu-story = What the popular story says
menu-trials = What human trials found
menu-undo = Undo
menu-redo = Redo
menu-reset = Back to balanced
menu-forget = Clear “before”
menu-gap = Shade the gap to the other account
menu-body = Whole body and all numbers
menu-numbers = Tables and where the calcium went
menu-text = The pictures in words
menu-assumptions = Account, assumptions, experiments, years
menu-certainty = How sure is this?
menu-pin = Keep this run to compare
menu-save = Save or print
menu-share = Share a link
menu-projector = Projector view
menu-full-screen = Full screen
menu-theme = Dark or light
menu-motion = Moving dots
menu-keys = List of keys
menu-keys-off = Single keys: P, ? and space
menu-compare = Compare
menu-map = Map
menu-foods = Foods
menu-lessons = Lessons
menu-background = Is it true? Background
close = Close
leave-projector = Leave projector view

play = Play the years
pause = Pause
year-slider = Year shown
year-now = Year { $year }
year-of = year { $year } of { $years }
years = { $count ->
    [one] 1 year
   *[other] { $years } years
}
start = start
now = now
before = before
before-value = before { $value }

slider-less = Less { $nutrient }
slider-more = More { $nutrient }
slider-exact = { $nutrient }, exact number
slider-value = { $value } { $unit } a day
slider-above-limit = { $value } { $unit } a day, above the upper limit
a-day = a day

mark-advised = advised
mark-upper = upper limit
mark-above = above the upper limit
mark-usual = usual diet
mark-none = no limit set
lab-time = Time
lab-notice = Illustrative teaching model, not medical advice.
account-story = Story
account-trials = Trials

menu-part-settings = Settings
menu-part-account = Two accounts
menu-part-look = Look closer
menu-part-keep = Keep and show
menu-part-view = View
menu-part-pages = Pages
menu-contrast = The other account in a sentence

key-p = P
key-p-does = projector view, and back
key-help = ?
key-help-does = this list
key-space = space
key-space-does = play or pause
key-undo = Ctrl + Z
key-undo-does = undo
key-redo = Ctrl + Y
key-redo-does = redo
key-arrows = ← →
key-arrows-does = on a slider: a step less or more; page keys: five; Home and End: to the ends
key-escape = Esc
key-escape-does = close what is open

refused = Invalid { $label } '{ $value }' [{ $unit }]. Must be between { $low } and { $high }.
refused-text = Invalid { $label } '{ $value }' [{ $unit }]. Must be a whole number between { $low } and { $high }.
unsolvable = Invalid settings. The equations have no solution with them: nothing was changed.
pins-full = Invalid pin number '{ $number }'. Must be at most { $most }: remove one first.

### The picture: doors, guards, bone and wall in words

door-shut = shut
door-quarter = a quarter open
door-third = a third open
door-half = half open
door-two-thirds = two thirds open
door-three-quarters = three quarters open
door-wide = wide open
guards-asleep = all asleep
guards-most-asleep = most asleep
guards-half-awake = half awake
guards-most-awake = most awake
guards-awake = all awake
struts-break = struts thin and break
struts-thinner = struts thinner
struts-little-thinner = struts a little thinner
struts-strong = struts strong
struts-little-thicker = struts a little thicker
struts-thicker = struts thicker
wall-springy = wall springy: stretches with each beat
wall-stiffening = wall stiffening
wall-stiff = wall stiff: hardly stretches

scene-gut = Gut
scene-blood = Blood
scene-bone = Bone { $change }
scene-bone-calcium = Bone calcium { $change }
scene-artery = Artery { $times }
scene-artery-calcium = Artery calcium { $times }
scene-food = food →
scene-not-taken-up = → not taken up
scene-urine = ↓ extra leaves as urine
scene-vitamin-d = Vitamin D opens it:
scene-vitamin-d-short = Vitamin D:
scene-openers = K2 wakes the openers
scene-openers-short = K2: openers
scene-closers = K2 wakes the closers
scene-closers-short = K2: closers
scene-osteocalcin = osteocalcin
scene-mgp = MGP
scene-guards-and-door = { $guards }: door { $door }
scene-old-bone = old bone dissolves
scene-net = net { $change } a day
scene-lens = lens: { $times }×
scene-bone-drawn = cut thigh bone; change drawn { $times }× stronger
scene-bone-drawn-short = change drawn { $times }×
scene-lost = hatched: lost since before
scene-illustration = waves and pulse: illustration
scene-lens-less = less passes
scene-note = Bone change drawn { $bone }×, lens { $lens }×. Waves and pulse: illustration.
scene-bone-name = Bone
scene-bone-calcium-name = Bone calcium
scene-artery-name = Artery
scene-artery-calcium-name = Artery calcium
scene-door-of = { $guards }: door
scene-guards-of = { $guards }:
scene-net-name = net
scene-work-less = less work for guards
scene-work-usual = usual work for guards
scene-work-more = more work for guards
scene-mg = { $value } mg
scene-mg-a-day = { $value } mg a day
scene-percent = { $value } %
scene-year = year { $year }
scene-year-reading = year { $year }: { $value }
scene-other-story = story { $value }
scene-other-trials = trials { $value }
scene-part = { $part }: { $now }
scene-awake = { $awake } of { $needed } guards awake
scene-curve = { $title } over the years: { $now }. Arrow keys read other years.
scene-notice = Illustrative teaching model, not medical advice.
door-quarter-short = ¼ open
door-third-short = ⅓ open
door-half-short = ½ open
door-two-thirds-short = ⅔ open
door-three-quarters-short = ¾ open

### The live sentence: what leads it and what follows, together at most 118 characters

# $k is K2, or K1 where the slider is K1; words of verdict.py choose among variants.
live-begin-lead = The years begin.
live-begin = Watch the bone on the left and the artery on the right.
live-balanced-lead = In balance.
live-balanced = Enough guards are awake: bone stays as it is, and the artery wall takes up calcium only slowly.
live-paradox-lead = The calcium paradox.
live-paradox = Much calcium gets in, but too few guards are awake: bone thins while the artery wall hardens.
live-both-lead = Too little { $k }.
live-both = { $absorbed ->
    [less] Little calcium gets in, and too few guards are awake: bone thins and the artery wall hardens.
   *[other] Too few guards are awake: bone thins and the artery wall hardens, even without extra calcium.
}
live-blocked-lead = Guards are blocked.
live-blocked = This experiment keeps them asleep: bone { bone-clause }, the artery wall { artery-clause }.
live-falls-lead = { $absorbed ->
    [less] Too little calcium gets in.
   *[other] Bone thins.
}
live-falls = { $absorbed ->
    [less] The blood takes it from bone; the artery wall { artery-clause }.
   *[other] More of it dissolved than was built, and the artery wall { artery-clause }.
}
live-hardens-lead = { $bone ->
    [grows] Half solved.
   *[other] The artery wall hardens.
}
live-hardens = { $bone ->
    [grows] Bone gains, yet the artery wall hardens{ $closers ->
        [fewer] : its guards need more { $k } than those at the bone.
       *[other] , faster than in balance.
    }
   *[other] Bone holds, but { $closers ->
        [fewer] the guards at the artery need more { $k } than those at the bone.
       *[other] the wall takes up calcium faster than in balance.
    }
}
live-solved-lead = Paradox solved.
live-solved = Much calcium gets in, and { $k } woke the guards: bone gains, the artery wall { artery-clause }.
live-trials-lead = In human trials { $k ->
    [K1] vitamin K
   *[K2] K2
} changed little.
live-trials = Bone { bone-clause }, and the artery wall { artery-clause }.
live-near-lead = { $bone ->
    [grows] Bone gains.
   *[other] Near balance.
}
live-near = { $bone ->
    [grows] The artery wall { artery-clause }.
   *[other] Bone { bone-clause }, and the artery wall { artery-clause }.
}
bone-clause = { $bone ->
    [falls] thins
    [grows] gains a little
   *[keeps-steady] hardly changes
}
artery-clause = { $arteries ->
    [harden] hardens
    [gain-less] gains less than in balance
    [lose-calcium] loses calcium
   *[gain-as-usual] gains about as in balance
}

### Spoken after a change

spoken = { $lead } { $rest } Bone { $bone } percent, artery calcium times { $arteries } after { $years }.
`;
