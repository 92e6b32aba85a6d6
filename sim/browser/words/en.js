// A copy of sim/text/en.ftl. Written by `python -m sim.write_generated`, not to be edited.

export const EN = `# Every sentence and label that readers see of a run, in English, in the format of Project Fluent.
# Python reads this file (sim/text/messages.py), the browser its copy (sim/browser/words/en.js, written by
# \`python -m sim.write_generated\`). Another language is another file like this one.
# Numbers come in as text, written by our own functions. $count is a number only to choose singular or plural.

### The Lab: question, sentence, menu, controls

lab-question = Plenty of calcium. So why thinner bones and harder arteries?
lab-to-sliders = To the sliders
lab-hint = ← drag me and watch
lab-try = Try
lab-account = Account
lab-key = Each moving dot is { $dot } mg of calcium a day; each speck in the wall is { $speck } mg. Dashed: as it was before.
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
menu-assumptions = Account, assumptions, experiments, years
menu-certainty = How sure is this?
menu-compare = Compare
menu-words = Words and evidence
menu-pin = Keep this run to compare
menu-save = Save or print
menu-share = Share a link
menu-home = Take the Lab home (one file)
menu-projector = Projector view
menu-lessons = Lessons
menu-map = The paradox map
menu-full-screen = Full screen
menu-motion = Moving dots
menu-keys = List of keys
menu-keys-off = Single keys: P, S, ? and space
menu-sound = Sound of the curves
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
key-s = S
key-s-does = hear the curve that has the focus, or both; again: stop
key-help = ?
key-help-does = this list
key-space = space
key-space-does = play or pause
key-undo = Ctrl + Z
key-undo-does = undo
key-redo = Ctrl + Y
key-redo-does = redo
key-arrows = ← →
key-arrows-does = on a slider: a step less or more; on a curve: a year; page keys: five; Home and End: to the ends
key-lines = ↑ ↓
key-lines-does = on a curve: the line of before, or of the other account
key-escape = Esc
key-escape-does = close what is open

refused = Invalid { $label } '{ $value }' [{ $unit }]. Must be between { $low } and { $high }.
refused-text = Invalid { $label } '{ $value }' [{ $unit }]. Must be a whole number between { $low } and { $high }.
unsolvable = Invalid settings. The equations have no solution with them: nothing was changed.
no-sound = This browser gives the Lab no sound: a setting of the page or of the device may forbid it.
pinned = Kept to compare: { $name }.
name-refused = Invalid name '{ $name }'. Must { $rule ->
    [formula] not begin with =, +, -, − or @, nor go on with one after ;, as a formula of a spreadsheet does
    [own] not be '{ $own }' or '{ $balanced }': these are other runs
   *[signs] have 1 to { $most } letters, digits, spaces or visible signs other than ~
}.
name-taken = Invalid name '{ $name }'. Must differ from the names of the other pinned runs.
pins-full = Invalid pin number '{ $number }'. Must be at most { $most }: remove one first.

### Reading a link: what in it was not taken as it stood

link-repeated = { $key } stands { $times } times in the link: the last one, '{ $text }', counts.
link-name = { $key } '{ $text }' in the link must be one of { $names }: set to { $kept }.
link-no-number = { $key } '{ $text }' in the link is not a number: set to its default, { $kept }.
link-outside = { $key } '{ $text }' in the link is outside { $ends }: set to { $kept }.
link-fraction = { $key } '{ $text }' in the link is not a whole number: set to { $kept }.
link-gone = { $key } in the link is no longer part of the model: left out, all else is kept.
link-older = The settings in the link are kept, but since it was made the model's numbers have changed (now model { $model }): see History on the page Model.
link-version = link '{ $text }' is not a version this page knows: read as version { $version }.
link-unsteady = The parameters in the link do not fit together, so they are left out. { $error }
link-unsolved = The equations cannot be solved with { $names } in the link together, so they are left out.
link-unknown = '{ $key }' in the link is not a setting of this page: ignored.
link-half-letter = '{ $text }' in the link holds half a letter: left out.
link-pin-unread = { $key } '{ $text }' in the link is not a run that can be read: left out.
link-pin-refused = { $key } in the link is left out. { $error }
link-lesson-unread = { $key } '{ $text }' in the link cannot be read: left out.
link-lesson-gone = { $keys } in the link: left out. A lesson begins at its first step; how far you are, your device keeps.
link-refused = Invalid link '{ $text }'. Must be one of the Lab, with its settings after ? or #.
address-refused = Invalid { $what } '{ $address }'. Must { $rule ->
    [scheme] begin with http:// or https://
    [signs] not hold spaces or backslashes
    [login] not hold a name or password
   *[host] hold a host, and a port up to 65535 or none
}.

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
scene-old-bone = old bone dissolves
scene-lens = lens: { $times }×
scene-bone-drawn = cut thigh bone; change drawn { $times }× stronger
scene-bone-drawn-short = change drawn { $times }×
scene-lost = hatched: lost since before
scene-lost-start = hatched: lost since the start
scene-illustration = waves and pulse: illustration
scene-lens-less = less passes
scene-note = Bone change drawn { $bone }×, lens { $lens }×. Waves, pulse: illustration.
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
scene-other-story = story { $value }
scene-other-trials = trials { $value }
scene-part = { $part }: { $now }
scene-awake = { $awake } of { $needed } guards awake

# A curve that is walked: what is said and written at a place on it.
walk-now = Year { $year }: { $name } { $value }, balanced { $balanced }
walk-balanced = Year { $year }: { $name } { $value }
walk-before = Year { $year }, before: { $name } { $value }
walk-story = Year { $year }, story: { $name } { $value }
walk-trials = Year { $year }, trials: { $name } { $value }
walk-keys = Left and right: the years. Up and down: other lines. Enter: what it is.

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
live-blocked = An experiment keeps them asleep: bone { bone-clause }, the artery wall { artery-clause }.
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
    [lose-calcium] loses calcium (rats only)
   *[gain-as-usual] gains about as in balance
}

### Spoken after a change

spoken = { $lead } { $rest } Bone { $bone } percent, artery calcium times { $arteries } after { $years }.

### Notices

app-name = Calcium Paradox Lab
notice = Illustrative teaching model, not medical advice.
notice-long = **{ notice }** It shows a popular hypothesis with made-simple numbers and cannot tell what is right for you. { blood-thinner }
blood-thinner = If you take a blood thinner, ask a clinician before you change your vitamin K.
harms-of-vitamin-d = Above { $limit } IU a day vitamin D has known harms (falls, broken bones, much calcium in urine); the model leaves them out.
lower-density = One trial found lower bone density with { $limit } and 10,000 IU a day than with 400 (Burt 2019).
rats-only = Calcium leaving artery walls with vitamin K was seen in rats only, not in people.
blood-outside = Blood calcium is { $blood }, outside the usual range, { $low } to { $high } { $unit }.

### What made a file

file-made = { app-name }, model { $model }, words of { $date }.
file-needs = If nothing more comes, JavaScript is turned off or this browser is too old. A newer Chrome, Edge, Firefox or Safari can show the Lab.
made-with = { app-name }, model { $version }, { $account }.
settings-line = { $nutrients }, { years }.
changed-line = Changed: { $changed }{ $experiments ->
    [none] { "" }
   *[some] , as in: { $experiment }
}.

### The headline and what stands beside it

headline = { $opening }: { ends } after { years }: { $meaning }
ends = { $bone } { $bone_end }, { $arteries } { $arteries_end }
meaning-balanced = this is the balanced run; the others are compared with it.
meaning-paradox = bone falls and arteries harden although more calcium is absorbed: **calcium paradox**.
meaning-both = bone falls and arteries harden without more calcium absorbed: { $why ->
    [blocked] **a protein that K2 switches on is blocked**
   *[k2] **too little K2**
}{ $absorbed ->
    [less] , and little calcium absorbed
   *[other] { "" }
}; no paradox.
# A change just short of notable may be printed as the notable one is: "keeps steady" would contradict it.
meaning-other = bone { $bone ->
    [falls] falls
    [grows] grows
   *[keeps-steady] hardly changes
} { $joined ->
    [but] but
   *[and] and
} { $arteries ->
    [harden] arteries harden faster than in the balanced run
    [gain-less] arteries gain less than in the balanced run
    [lose-calcium] arteries lose calcium
   *[gain-as-usual] arteries gain about as much as in the balanced run
}; no paradox.
contrast = { $speaks } { $manner ->
    [other] something else
   *[same] much the same
}: { ends }.
certainty = The calcium paradox shows in { $share ->
    [least] less than 1
    [most] more than 99
   *[some] { $percent }
} % of { $members } plausible models with these settings. Each model draws every uncertain number from the range that a careful reader could still believe.

certainty-working = Running { $members } plausible models with these settings …
certainty-none = Some plausible models have no solution with these settings.
certainty-bands = In { $wide } % of the plausible models this run ends between { $wide_low } and { $wide_high }, in { $narrow } % between { $narrow_low } and { $narrow_high }: the two bands.
certainty-ends = ○ lowest, ● highest plausible value
certainty-one-by-one = Each bar changes one number from the lowest to the highest plausible value and leaves the others alone. The bands in the pictures above change them all at once. Numbers you set yourself stay as you set them. Ranges and sources stand on the page Model.

### Where the calcium went

ledger-sentence = Of { $eaten } g calcium eaten in { years }: { $parts }.
ledger-part = { $name } { $amount } g
ledger-caption = Calcium ledger of { years }
ledger-went = where it went
ledger-grams = calcium [g]
ledger-share = share of eaten [%]
ledger-name = { $part ->
    [faeces] faeces
    [urine] urine
    [bone] bone
    [arteries] arteries
    [sum] sum
    [eaten] eaten
   *[blood-and-gut] blood and gut
}

### Text alternatives of the pictures

describe-over-time = Line chart of { $quantity } over { years }. This run ends at { $end }, the balanced run at { $usual }.
describe-bone = Line chart of calcium in bone over { years }, in percent of the start. This run ends at { $end }, the balanced run at { $usual }.
describe-arteries = Line chart of calcium in artery walls over { years }, in mg and in multiples of the start ({ $start }). This run ends at { $end }; the balanced run at { $usual }. The scale is far smaller than that of bone.
describe-daily-calcium = Bar chart of one day's calcium at the end of the run. Of { $eaten } mg eaten, { $absorbed } mg are absorbed and { $faeces } mg leave with the faeces, digestive juices included. Urine takes { $urine } mg. Bone changes by { $bone } mg a day and artery walls by { $arteries } mg a day: both have scales of their own. Diamonds mark the balanced run.
describe-blood = Line chart of calcium in blood. It lies between { $lowest } and { $highest } and ends at { $end }, { $inside ->
    [always] always inside
   *[partly] partly outside
} the usual range of healthy adults, { $low } to { $high } { $unit }. { $inside ->
    [always] The body holds it steady: what is too much leaves in urine.
   *[partly] Here the body cannot hold it.
}
describe-activation = Two curves of the activated fraction of osteocalcin and of MGP against the intake of { $nutrient }, with vitamin D at { $vitamin_d }; { $proteins ->
    [blocked] an experiment blocks a part of it
   *[free] both start above zero, because K1 from leaves does a part, rise and level off, osteocalcin earlier
}. At { $k2 } µg/day, osteocalcin is { $osteocalcin } and MGP { $mgp } activated. These fractions are illustrative: in living artery walls nobody has measured them.
describe-overlay = Line chart of { $quantity } in several runs over the same years. At the end, { $ends }.
describe-overlay-activation = Where each run lies on the curves of activation. { $ends }.
describe-no-tornado = No bars: this run sets every number that is uncertain itself.
describe-tornado = Bar chart of what each uncertain number does alone, from its lowest to its highest plausible value. Bone moves most with { $bone }: from { $bone_low } to { $bone_high }. Arteries move most with { $arteries }: from { $arteries_low } to { $arteries_high }.
describe-map = Map of { $across } (across) and { $up } (up) after { years }; the low end of the vitamins is drawn wider. Over the map, bone changes by { $bone_low } to { $bone_high } and arteries reach { $arteries_low } to { $arteries_high }. { $region } This run lies at { $now_across } and { $now_up }{ $place ->
    [inside] , inside that region
    [outside] , outside that region
   *[none] { "" }
}: { ends }.
map-without-region = { $opening }, no setting on this map shows the calcium paradox.
map-region = { $share ->
    [least] Less than 1
   *[some] { $percent }
} % of all its settings show the calcium paradox, the hatched region; at { $now_up } { $reach ->
    [none] there is none
   *[some] it holds at { $across } { $span }
}.

### Words on the map

map-title = The paradox map, { $years }
map-none = no calcium paradox here
map-paradox = calcium paradox
map-this-run = this run
map-bone = bone calcium [% change]
map-lines = lines: artery calcium [times start]
map-flat = artery calcium: { $times } everywhere
map-flat-between = { $low } to { $high }
map-up = Up the map
map-in-words = The map in words
map-hint = Drag the ring, tap the map, or use the arrow keys and Enter, to move there.
map-told = { $across }, { $up }: { ends }{ $paradox ->
    [yes] , { map-paradox }
   *[no] { "" }
}
map-working = The model runs for each place of the map …
map-unsolvable = Somewhere on this map the equations have no solution: it shows the settings before.

### Tables

table-years = years
table-this-run = this run [{ $unit }]
table-balanced = balanced [{ $unit }]
table-last-day = on the last day
table-daily-calcium = Where each day's calcium goes (bone and arteries: net)
table-activation = Activation
table-now = now: { $dose }
table-assumption = assumption
table-plausible = plausible [its unit]
table-tornado = Which assumption matters most
table-map = The paradox map
table-paradox = calcium paradox
compared = Difference from the balanced run
compared-note = Each run is compared with the balanced run under its own account and assumptions, at the end of the years.
compared-quantity = quantity
compared-run = run
compared-value = value
compared-balanced-run = balanced run
compared-difference = difference
compared-difference-percent = difference [%]
percentage-points = percentage points
yes = yes
no = no

### What each part of the picture is, and its number now

part-vitamin-d = Vitamin D gate
part-osteocalcin = Osteocalcin
part-mgp = MGP
part-endogenous-faecal-loss = Digestive juices
part-diet = Food
part-osteocalcin-activation = Openers: osteocalcin
part-mgp-activation = Closers: MGP
part-bone-change = Bone over the years
part-arteries-times = Artery calcium over the years
part-day-bone = Net gain of bone
part-stiffness = How stiff the wall looks
about-vitamin-d = Vitamin D opens the gate in the gut wall through which calcium is absorbed.
about-osteocalcin = A protein of bone, switched on by vitamin K2. The door shows what that makes of bone formation, beside the balanced adult's: only a part of it needs osteocalcin, and how large a part is assumed. { about-need }
about-mgp = A protein of artery walls, switched on by vitamin K2. How far that shields the wall from calcium depends on the strength of K2 on arteries that is assumed. { about-need }
about-need = In the popular story vitamin D raises the need for K2 ({ $grade }): more vitamin D, a smaller share is active.
about-osteocalcin-activation = Each guard is a part of the osteocalcin in bone. Vitamin K2 wakes guards; more vitamin D brings more of them.
about-mgp-activation = Each guard is a part of the MGP in artery walls. Vitamin K2 wakes guards; more vitamin D brings more of them.
about-bone-change = Calcium in bone beside the first day. The axis stays the same, so that runs can be compared.
about-arteries-times = Calcium in the artery walls, in times of the first day. The axis stays the same, so that runs can be compared.
about-day-bone = What enters bone on a day less what leaves it.
about-stiffness = This is an illustration: the model knows the calcium in the wall, not how stiff it is. Waves and pulse only follow that calcium.
about-diet = What is eaten, food and pills together.
about-urine = Calcium that the kidneys let go.
about-faeces = Calcium that the gut does not take up, and that of digestive juices.
drawn-bone = Its struts are a picture of the number: they thin and break more than the number says.
drawn-arteries = How stiff and thick the wall looks is a picture only: the model knows the calcium in it, not how stiff it is. Plaque, which narrows arteries, is not in the model.
now-eaten = { $flow } mg/day eaten
now-absorbed = { $absorbed } of { $eaten } mg/day absorbed
now-lost = { $flow } mg/day lost
now-flow = { $flow } mg/day
now-net = { $change } since the start, now { $net } mg/day
now-amount = { $amount }, { $times } the start
now-open = { $share } open
now-formation = bone formation { $share } of the balanced adult's
now-deposition = { $share } of what settles in the balanced adult's wall
now-active = { $share } active: { $guards }
now-start = { $value } since the start
now-times = { $times } the start

# What a host says around the Lab.

save-picture = This picture as I see it
save-png = Save as PNG, for slides
save-svg = Save as SVG, sharp at any size
save-numbers = The numbers of this run
save-csv = CSV, the run as a table
save-json = JSON, settings and run
save-print = Print the Lab
save-elsewhere = Figures for slides, a spreadsheet, a report as PDF and the model as SBML need Python: the class’s page or the program makes them.
home-failed = The server did not give the file. Nothing is saved; try it again later.
server-gone = The server of this page does not answer. The Lab goes on by itself; what you change is told when it is back.
close-note = Close this note

### Panels: what the menu opens inside the page

panel-copy = Copy the table
panel-copied = Copied.
panel-copy-refused = This browser does not let the page copy. The text is selected: press Ctrl+C (on a Mac: ⌘C).
share-file = In this file
share-file-holds = It holds settings and pinned runs, and nothing about you. { $where ->
    [here] It opens on this computer only: others who have the file paste it there, under “Open a link”.
   *[anywhere] Whoever opens it sees what you see now.
}
share-class = In the class's page
share-class-holds = If your class has the Lab on a server, type its address: the link then opens the same there.
share-address = Address of the class's page
share-there = Open there
share-open = Open a link
share-paste = Link of this file or of the class's page
share-open-holds = What it holds takes the place of what is shown. Undo brings that back.
share-open-do = Open
share-home = **For the Lab taken home**: paste it there under Share a link, “Open a link”.
share-link = Link
share-copy = Copy the link
panel-account = Whose account?
panel-strength = Strength of K2 on arteries
panel-strength-note = 0: none. 1: as in the popular story. Human trials leave room for { $low } to { $high }.
panel-form = Form of vitamin K
panel-source = Source: { $source }.
panel-years = Years
panel-exact = Exact values
panel-changed = What differs from the account
panel-changed-none = Nothing: every number is the account's own.
panel-experiments = Experiments behind the story
panel-not-a-model = Experiments on animals and a rare disease, shown to test the story. Never a model to follow.
panel-experiment = Experiment, not advice: { $name } ({ $organism }). { $done } Seen: { $seen } In the model { $compared }. ({ $studies })
panel-end-experiment = End the experiment
panel-intakes = Recommended intakes and upper limits, for comparison, not as advice
panel-intake-nutrient = Nutrient
panel-intake-group = Age group
panel-intake-recommended = Recommended
panel-intake-upper = Upper limit
panel-intake-source = Calcium and vitamin D: { $source }.
panel-none-set = none set

compare-intro = Set the sliders, pin the run, set them again. Up to { $most } pinned runs are drawn beside this run, all over the same { $years }. They are part of this page's address.
compare-full = { $most } runs are pinned: remove one to pin another.
compare-name = Name of this run
compare-pin = Pin this run
compare-pin-name = Name of pinned run { $number }
compare-use = Put on the sliders
compare-remove = Remove

words-find = Find a word
words-example = for instance MGP
words-found = { $count } found
words-none = Nothing found for '{ $typed }'. Try a shorter word or a part of it.
words-glossary = Glossary ({ $count })
words-see = See also: { $see }.
words-claims = { $title } ({ $count })
words-assumed = What the model assumes: { $assumed }
words-studies = Studies: { $studies }.
words-grades = What do the grades mean?
words-safety = Safety
words-version = Model { $version }, and what was before
words-licences = Licences
words-licence = Program: MIT. Letters: Calcium Sans, made from Source Sans, SIL Open Font License 1.1. What fills in texts: Fluent, Apache License 2.0. Their full texts stand at the head of this file.
panel-ledger = Where the calcium went
panel-show-numbers = Numbers
panel-now = now { $value }
panel-balanced = balanced { $value }

body-name = Where calcium goes in the body. Every organ, door and flow can be pressed for an explanation.
body-formation = formation { $share }
body-shield = shield { $share } shut
body-net = net { $net } mg/day
body-dot = Each dot: { $mg } mg a day
body-dot-arteries = at the arteries { $times }× less

## On paper

paper-name = Name or group
paper-address = Open it on a phone or a computer:
paper-today = today
paper-year = year { $year }
paper-end = Calcium after { $year } years, as the model has it:
paper-axes = Empty axes to draw on: { $title }, from { $low } to { $high }, over { $years } years.
paper-axes-beside = Dashed: { $beside }.
paper-crosses = Mark your answer with crosses at year 10: { $labels }.
paper-run = After the run, draw the model's line into your axes in another colour.
paper-runs = My runs. ×1: { $base }.
paper-guess-first = Guess before each run: better, same or worse.
paper-guess = guess
paper-one-change = One change that worked, and one that did not:
paper-squares = Each square is one { $protein }. Colour those that are switched on.
paper-setting-of = { $nutrient } at { $value }
paper-setting-mine = { $nutrient } at ×
paper-before = first
paper-after = then
paper-copy = Copy the numbers from the screen
paper-card = statement
paper-body = A body with bones, blood vessels, and the way of food through it
paper-because = Because ...
paper-key = Teacher's key
paper-key-sign = { $sign } marks what the model or the studies say.
paper-key-minutes = { $minutes } min
paper-key-short = { $minutes } min, { $short } of them in a class of 20 minutes
paper-key-out = { $minutes } min, left out in a class of 20 minutes
paper-key-idea = The idea
paper-key-careful = Take care
paper-key-standards = Standards
paper-key-extension = Who has time: an investigation
paper-key-expected = Expected:
paper-key-model-answer = A good answer:
paper-key-box = where
paper-key-why = reason
paper-key-found = Once it is found:
paper-print = Print
paper-lesson = Lesson
paper-save-student = Student's sheet (PDF)
paper-save-teacher = Teacher's key (PDF)
paper-link = Link and QR code on the sheet
paper-link-none = none
paper-link-file = the file, where you have put it
paper-link-page = the page of this class: { $address }
paper-link-typed = Address of the file

## The lesson as it is played

lesson-all = All lessons
lesson-alone = on your own
lesson-back = ← Back
lesson-change = Change it
lesson-code-is = Your class code holds your choices, not your words, and no name. Hand it in if your teacher collects codes:
lesson-code-line = Class code: { $code }
lesson-close-list = Close
lesson-continue = Go on at step { $step } of { $of }
lesson-end = Take it home
lesson-first-idea = Your first idea
lesson-first-vote = Your first vote: **{ $letter }**.
lesson-here = Here: “{ $box }”.
lesson-kept = What you write stays on this device.
lesson-length = { $minutes } minutes · { $level }
lesson-list = Lessons
lesson-list-about = You say first what will happen. Then the model or a trial answers, and you find out why.
lesson-locked = Locked.
lesson-lost-line = No line to the room. Go on: your answers are kept here and sent when it is back.
lesson-minutes = about { $minutes } min
lesson-model-answer = One good answer
lesson-not-kept = This browser keeps nothing: your answers last until you close this page.
lesson-other = Here: “{ $answer }”.
lesson-page-drawn = { $value } in year 10, because: { $because }
lesson-page-mine = You: { $text }
lesson-page-model = The model: { $value } in year 10.
lesson-page-runs = Runs: { $runs }
lesson-page-setting = Your setting: { $settings }
lesson-page-step = Step { $step }: { $title }
lesson-picture = Picture
lesson-print = Print my page
lesson-renew = Start as someone new
lesson-renew-no = Keep them
lesson-renew-sure = This clears the answers of this lesson on this device.
lesson-renew-yes = Clear and start new
lesson-resumed = Going on from before.{ " " }
lesson-right = Yes.
lesson-start = Start lesson { $number }
lesson-unknown = Invalid lesson '{ $lesson }'. Must be one of { $lessons }. Here are all lessons.
lesson-vote = Vote
lesson-vote-again = Vote again
lesson-vote-right = { $letter } fits.
lesson-votes = Your votes: first { $first }, then { $second }.
lesson-wait = Wait for your class
lesson-where = Step { $step } of { $of }
lesson-yes = Yes.
## What a lesson's tasks draw and ask

task-today = today
task-you = you
task-model = model
task-axes = { $what } over { $years } years.
task-line-end = { $line }: { $value }.
task-drawn = year { $year }: { $value }
task-pull = Pull the line from here →
task-again = Start again
task-because = Because …
task-pen-keys = Draw with a finger or the mouse. Keys: left and right go along the years, up and down move the line.

board-title = Class room
board-about = Open a room for a lesson. Pupils join with four letters on their phones, without names. What they answer comes to this screen.
board-open = Open a room · { $minutes } min
board-keeps = A room lies in the memory of this server only. It is gone when you end it, or after 3 hours.
board-read-codes = Read class codes
board-view-teacher = Teacher's view: notes and answers
board-leave = To the lessons
board-lesson = { $number } { $title } · { $minutes } min · { $level }
board-for-teachers = For teachers
board-how = Point your camera here, or open **{ $address }/join** and type
board-how-unknown = The address that phones use is not known here. Type it below.
board-address = Address that phones use
board-qr = QR code of { $address }
board-here = { $count ->
    [one] **{ $number }** pupil is here. No names: you get a colour and an animal.
   *[other] **{ $number }** pupils are here. No names: you get a colour and an animal.
}
board-here-short = { $count ->
    [one] { $count } pupil is here
   *[other] { $count } pupils are here
}
board-sent = Sent: your lines, taps, votes and settings. Not sent: your name, what you write. Gone when the room ends.
board-lost = The server does not answer. Pupils go on with the lesson; their answers wait on their devices.
board-closed = The room has ended. Nothing of it is kept on the server.
board-again = Open another room
board-start = Start: { $step }
board-back = Back to: { $step }
board-next = Next: { $step }
board-close = { $kind ->
    [draw] Close drawing
    [vote] Close vote { $time }
   *[other] Close answers
}
board-tab = { $kind ->
    [draw] { $quantity ->
        [bone_change] Bones
       *[arteries_times] Arteries
    }
    [choose] Choices
    [vote] Votes
    [find] Settings
    [drag] Dots
    [sort] Cards
   *[tick] Ticks
}
board-show-code = Show the code again
board-follow = Pupils' pages follow
board-after = Lines only after closing
board-short = 20-minute class
board-more = More
board-pair = Pair my phone
board-pair-how = Scan it with your own phone, once. It then has the notes, the counts and the buttons. Do not let pupils scan it: with it they could steer.
board-pair-qr = QR code that makes a phone the teacher's
board-hide-qr = Hide it
board-notes-window = Notes in a second window
board-end = End the room
board-end-sure = End the room? Nothing of it is kept on the server. Pupils keep their answers on their devices.
board-save-png = Save the picture
board-save-csv = Save the counts (CODAP)
board-count = **{ $given }** of { $here } { $kind ->
    [draw] lines in
    [vote] votes in
   *[other] answers in
}
board-remote-count = { $late ->
    [0] { $given } of { $here } have answered
   *[other] { $given } of { $here } have answered · { $late } late
}
board-codes-in = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
board-lines-later = Lines come up once drawing is closed.
board-bars-later = Counts come up once answers are closed.
board-you-and-model = { $quantity ->
    [bone_change] Her bones: you and the model
   *[arteries_times] Her arteries: you and the model
}
board-model = model: { $value }
board-neighbour = dashes: the neighbour
board-today = today
board-year = year { $year }
board-year-10 = Year 10
board-ends = pupils, year 10
board-because = Because
board-pupils = pupils
board-from-to = { $low } to { $high }
board-alone = alone
board-after-talk = after talk
board-found = found a setting
board-not-found = still looking
board-dots = Each dot: a pupil's last setting. Full: it reached the goal.
board-story = story
board-trials = trials
board-fits = fits
board-table = As a table
board-in-table = The counts stand in the table.
board-answers-to = What the class answered to: { $ask }
board-legend-lost = Dashed ring: no line to this phone, its answers are safe on it.
board-legend-late = Dotted ring: came late, not counted.
board-say-lines = { $quantity ->
    [bone_change] **{ $more }** drew more than the neighbour's bones, **{ $less }** less, **{ $same }** about the same.
   *[arteries_times] **{ $more }** drew more than the neighbour's arteries, **{ $less }** less, **{ $same }** about the same.
}
board-say-votes = **{ $all }** have voted alone.
board-say-no-moves = Nobody changed after talking.
board-say-moves = **{ $count }** left { $from } for { $to } after talking. Ask one of them why.
board-say-found = **{ $found }** of { $all } found a setting.
board-say-right = **{ $right }** of { $all } chose “{ $choice }”.
board-say-sorted = **{ $all }** sorted every card like the studies.
board-is-in = answer is in
board-is-missing = no answer yet
board-is-late = came late
board-is-lost = no line
board-is-hidden = hidden; press to show
board-is-picked = shown alone; press again to hide
board-codes-about = Where there is no room, each pupil's last page has a class code. Paste all of them here: a chat, a column of a table, anything. What stands beside them is not kept, nothing is sent, and a pupil who sends two counts once.
board-codes = Class codes
board-codes-none = There is no class code in this text. A code has four groups of four letters and digits.
board-codes-more = { $count ->
    [one] One more code is left out.
   *[other] { $count } more codes are left out.
}
board-codes-replaced = { $count ->
    [one] One code came twice from the same device; the last counts.
   *[other] { $count } codes came again from the same devices; the last of each counts.
}
board-back-to-start = Back
board-notes = Notes
board-expected = Expected answers
board-model-answer = One good answer:
board-careful = Take care
board-extension = For those who go on
board-standards = Standards
board-step = Step
board-minutes = min (of { $all })
board-minutes-short = 20-minute class (of { $all })
board-where = Step { $step } of { $steps } · room { $letters } · { $minutes } min
task-blood = blood
task-bone-now = **{ $value }** bone
task-artery-now = **{ $value }** artery wall
task-struts = Slice of bone: { $count } struts, { $of } at the start.
task-specks = Artery cut across: { $count } specks of calcium in its wall, { $of } at the start.
task-scale-strut = 1 strut = { $strut } g.
task-scale-speck = 1 speck = { $speck } mg.
task-scale = 1 strut = { $strut } g. 1 speck = { $speck } mg, { $times } times less.
task-proteins-title = **MGP proteins** { $settings }
task-proteins = { $built } built, { $on } switched on: **{ $share }**
task-ledger = Where the calcium went in ten years
task-grams = { $grams } g
task-row-eaten = eaten
task-row-faeces = out, in faeces
task-row-urine = out, in urine
task-row-bone = bones
task-row-arteries = artery walls
task-row-blood = blood calcium
task-your-run = your run
task-setting = { $nutrient } { $times }
task-back = back to { $times }
task-back-name = { $nutrient }, back to { $times }
task-better = better
task-same = same
task-worse = worse
task-guess = guess
task-run = run
task-tried = What you tried
task-hits = { $hits } of { $of }
task-drag-key = Dotted: the story. Dots: you. Drag each one, or tap it where it should stay; arrow keys move it, too.
task-dot = { $label } { $value }
task-dot-you = You: { $label } { $value }
task-strut-all = { $count } struts
task-strut-gone = { $count ->
    [one] 1 strut gone
   *[other] { $count } struts gone
}
task-strut-more = { $count ->
    [one] 1 strut more
   *[other] { $count } struts more
}
task-speck-all = { $count } specks
task-speck-gone = { $count ->
    [one] 1 speck gone
   *[other] { $count } specks gone
}
task-speck-more = { $count ->
    [one] 1 speck more
   *[other] { $count } specks more
}
task-year = Year { $year }
task-drag-told = Dotted: the story. Circles: you. Lines: going by trials in people.

## The way into a live room

room-seat = { $colour ->
    [red] Red
    [blue] Blue
    [green] Green
    [orange] Orange
    [violet] Violet
    [teal] Teal
    [pink] Pink
   *[brown] Brown
} { $animal ->
    [cat] cat
    [bear] bear
    [rabbit] rabbit
    [owl] owl
    [frog] frog
    [duck] duck
    [mouse] mouse
   *[deer] deer
}{ $number ->
    [1] { "" }
   *[other] { " " }{ $number }
}
room-type = Type the four letters on the board
room-scan = Or point the camera at the square on the board.
room-join = Join
room-sent = **Sent to the board:** your lines, taps, votes and settings.
room-stays = **Stays here:** what you write. Nobody asks for your name.
room-gone = All is gone from the server when your teacher ends the room, or after 3 hours. Your answers stay on this device until someone new starts on it, or for 7 days.
room-alone = No room? Do a lesson on your own
room-begun = Someone has begun this lesson on this device.
room-anew = I am someone new
room-on = That was me: go on
room-you = You are
room-only-this = On the board you are only this. Remember it.
room-go-in = Go in
room-no-answer = The server does not answer. Try again.
room-ended = This room has ended.
room-over = The room has ended. Go on by yourself: your answers stay on this device.
room-class-at = Your class is at step { $step }.
room-go-there = Go there
room-late = Your class is at step { $step }. Say first what you think will happen, then see it.
task-dot-open = ?
task-bones = Bones
task-arteries = Arteries

### Foods as a plate

plate-days = Whole days
plate-clear = Clear the plate
plate-groups = Kinds of food
plate-hint = Press a food to put a serving on the plate, or drag it there. Press it on the plate to take it off.
plate-empty = Nothing on the plate yet.
plate-on = On the plate
plate-full = Invalid servings of { $food } '{ $count }'. Must be between 0 and { $most }.
plate-put = Put on the plate
plate-off = Take off: { $food } ×{ $count }
plate-added = { $food }: { $count } on the plate.
plate-sun = The sun
plate-sun-none = no sun
plate-sun-some = some sun
plate-sun-summer = summer sun
plate-sunlight = Sunlight
plate-sun-adds = Makes { $range } IU of vitamin D a day.
plate-totals = What this day holds
plate-range = { $typical } { $unit } ({ $low } to { $high })
plate-exact = { $typical } { $unit }
plate-not-known = not known here
plate-nothing = nothing yet
plate-advised = recommended at 14 to 18 years: { $advised }, upper limit: { $upper }
plate-none-set = no amount recommended, no upper limit set
plate-scale = Each line is the Lab’s slider. Band: from the lowest to the highest value of the sources. Dot: the middle, where the slider goes.
plate-lab = What the Lab shows
plate-show = Show in the Lab
plate-vary = Amounts in foods differ much from one to the next. Nothing here is advice.
plate-missing = { $nutrient } leaves out, because it is not known here: { $foods }.
plate-memory = { $nutrient } counts numbers from memory, not checked: { $foods }.
plate-stays = { $nutrient }: not known for { $foods }, so the slider stays where it is.
plate-stays-empty = { $nutrient }: nothing here is known to hold any, so the slider stays where it is.
plate-outside = { $nutrient } { $value } { $unit } lies outside the slider’s range of { $low } to { $high } { $unit }, so the slider goes to { $end } { $unit }.
plate-above = { $nutrient } { $value } { $unit } without the sun is above the upper limit of { $limit } { $unit } ({ $group }).
plate-k1 = Vitamin K1: { $foods }. How much is not known here; K1 is never added to the K2 slider.
plate-turns = The vitamin K slider counts K1 now; this plate turns it to { $form }.
plate-forms = Vitamin K2 by form: { $forms }. The slider takes their plain sum, but they are not alike: MK-7 lasts longer in blood, MK-4 hardly shows up there at the amounts in food, and for MK-8 to MK-11 nobody knows how well they work in people. (How sure: that MK-7 outlasts MK-4 is { $grade }.)
plate-notes = What is counted and what is left out
plate-foods = What each food adds
plate-food = food, one serving
plate-servings = servings
`;
