"""Words: names, things that are counted, and a broad store of ordinary words to spell, sort, and talk about."""

# Tables of phrases read best as rows.
# ruff: noqa: E501, SIM905

from __future__ import annotations

from random import Random

NAMES = tuple(
    """Anna Ben Clara David Emma Felix Grace Hugo Ida Jonas Kate Liam Mia Noah Olga Paul Quinn Rosa Sam Tom Uma Victor
Wendy Xavier Yara Zoe Alice Bob Carol Dan Eve Frank Gina Harry Ivy Jack Karen Leo Mary Nick Olivia Peter Rita Steve Tina Vera
Will Amir Fatima Yusuf Mei Chen Raj Priya Kofi Ama Lena Max Nora Oscar Pia Ravi Sara Theo Lucy Mark Julia Simon Laura Erik Maya
Ali Lily Jim Sue Ron Ann Joe Amy Tim Kim Ken Dora Hans Greta Ines Luis Marta Pablo Sofia Diego Ella Finn Hanna Jan Lars Nina Otto
Ruth Stan Tara Walt Zara Adam Beth Carl Dean Elsa Fred Gwen Hank Iris John Kyle Lana Mike Nell Owen Pam Rick Sally Todd""".split()
)

THINGS = tuple(
    """apples pears books pencils cookies marbles stickers coins eggs cards flowers balloons candies oranges toys shells stones
stamps bottles tickets cakes buttons cups plates muffins sweets bananas chairs boxes lemons beads tomatoes carrots nuts socks spoons
chocolates plums crayons peaches mangoes hats postcards photos keys bricks grapes berries leaves feathers rocks notebooks magnets
sandwiches bagels tulips roses fish ducks hens sheep cows goats rabbits puzzles dolls kites figs cherries walnuts potatoes""".split()
)

CONTAINERS = tuple(
    "boxes bags baskets shelves rows packs jars drawers crates trays tables rooms buses teams piles plates cages pages".split()
)

_WORDS = """strawberry banana apple cherry orange lemon melon grape pear peach mango papaya raspberry blueberry coconut pineapple tomato potato
carrot onion garlic pepper cucumber lettuce spinach cabbage broccoli pumpkin mushroom bread butter cheese yogurt chocolate cookie biscuit
pancake waffle sandwich pizza spaghetti noodle rice soup salad sugar salt vinegar honey cinnamon vanilla coffee water juice milk tea
elephant giraffe tiger lion monkey gorilla zebra rhinoceros hippopotamus crocodile alligator kangaroo koala panda penguin dolphin whale
shark octopus lobster butterfly spider beetle mosquito grasshopper dragonfly squirrel rabbit hamster hedgehog raccoon leopard cheetah
camel donkey horse chicken turkey rooster pigeon sparrow parrot flamingo ostrich eagle falcon raven turtle tortoise lizard snake frog
dog cat mouse cow pig sheep goat fox wolf bear deer moose otter beaver badger weasel llama buffalo bison antelope hyena
house kitchen bathroom bedroom garden balcony window door ceiling floor carpet curtain pillow blanket mattress mirror table chair sofa
cupboard drawer shelf lamp candle bottle glass plate spoon fork knife kettle oven toaster refrigerator freezer dishwasher vacuum broom
bucket hammer screwdriver ladder pencil eraser ruler notebook dictionary encyclopedia newspaper magazine letter envelope stamp postcard
computer keyboard monitor printer telephone television camera battery calculator telescope microscope thermometer umbrella suitcase
backpack wallet jacket sweater trousers shirt skirt dress sock shoe boot glove scarf hat helmet necklace bracelet ring watch
car bicycle motorcycle train airplane helicopter submarine rocket tractor ambulance ship ferry canoe bridge tunnel highway street
airport station harbor hospital school university library museum theater cinema restaurant bakery pharmacy market supermarket factory
office church castle palace tower temple pyramid statue fountain park forest mountain valley river lake ocean island beach desert
volcano glacier canyon waterfall cave meadow jungle swamp cliff horizon sunrise sunset rainbow thunder lightning storm hurricane tornado
blizzard snow rain cloud wind breeze weather winter spring summer autumn january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday morning evening midnight yesterday tomorrow century
planet galaxy universe comet asteroid satellite astronaut gravity energy electricity magnet atom molecule oxygen hydrogen carbon iron
copper silver gold diamond crystal mineral fossil dinosaur evolution chemistry physics biology mathematics geometry algebra arithmetic
history geography philosophy psychology economics politics literature grammar language alphabet sentence paragraph chapter poem novel
story fable legend myth hero villain wizard witch dragon unicorn fairy giant dwarf goblin knight princess king queen prince emperor
soldier captain general pirate sailor pilot driver doctor nurse dentist surgeon teacher student professor engineer architect carpenter
plumber electrician mechanic farmer gardener baker butcher chef waiter barber tailor painter sculptor musician singer dancer actor
writer journalist lawyer judge police detective thief prisoner president minister mayor ambassador secretary manager employee customer
family mother father brother sister daughter grandmother grandfather uncle aunt cousin nephew neighbor friend enemy stranger baby child
teenager adult people crowd community society culture tradition religion festival holiday birthday wedding funeral ceremony party gift
music guitar piano violin trumpet drum flute orchestra melody rhythm harmony concert album song dance ballet opera painting sculpture
football basketball baseball tennis volleyball hockey golf cricket rugby swimming cycling running skiing skating surfing boxing wrestling
gymnastics marathon champion medal trophy stadium referee coach athlete exercise muscle skeleton stomach brain heart liver kidney lung
shoulder elbow finger thumb knee ankle tongue tooth throat forehead eyebrow eyelash mustache beard medicine vaccine virus bacteria
infection fever headache allergy diabetes cancer injury accident emergency insurance money dollar euro bank credit invoice receipt
salary pension budget profit market inflation mortgage contract business company startup product service advertisement internet website
software hardware algorithm database network server browser password encryption robot machine engine motor wheel pedal brake gear
mississippi tennessee california minnesota massachusetts philadelphia cincinnati committee accommodation assessment occurrence success
possess address assassin bookkeeper balloon coffee tattoo raccoon bubble puzzle jazz buzz pizzazz rhythm syzygy queue mummy level radar
happiness sadness anger surprise curiosity imagination intelligence knowledge wisdom courage honesty patience kindness freedom justice
beautiful wonderful terrible horrible important interesting difficult dangerous delicious expensive comfortable responsible impossible
incredible invisible independent international extraordinary unbelievable quickly slowly carefully suddenly finally usually sometimes
always never nothing something everything anyone everybody somewhere because although however therefore maybe perhaps together against
between through without within across around above below inside outside before after during until since while yes no please thanks
hello goodbye welcome sorry excuse question answer problem solution example reason result change choice chance idea dream hope fear
love hate laugh smile cry shout whisper speak listen read write draw paint sing jump walk run swim climb fall sleep wake eat drink cook
bake wash clean build break repair open close start finish begin end give take bring carry push pull throw catch hold drop find lose
buy sell pay cost spend save win lead follow teach learn study remember forget think know understand believe decide explain describe
compare measure count calculate multiply divide subtract add number digit zero hundred thousand million dozen triangle square circle
rectangle sphere cube angle degree radius diameter length width height weight distance speed temperature minute second hour parallel
letter word spelling vowel consonant strawberries blueberries bananas apples parallelogram wildflower hummingbird lighthouse sunflower
snowman football rainbow keyboard notebook cupcake toothbrush fireplace newspaper grandmother basketball watermelon earthquake spaceship
banjo cello kayak igloo jigsaw kiwi oxen quiz vex wax yak zoo axe elf gnu imp jam keg lid nap oak pub rug tub urn vow web
abracadabra antidisestablishmentarianism supercalifragilisticexpialidocious onomatopoeia entrepreneur mischievous rendezvous hippo terrace
appearance difference reference preference conference referee refrigerator terrier mirror error terror horror corridor squirrel burrow sorrow tomorrow
lollipop parallel llama alley valley gallery pillow yellow mellow follow hollow swallow village villain million billion collection intellect
banana papaya alaska canada panama savannah havana caravan salamander tarantula bandana marathon catamaran alabama barracuda
eleven seventeen seventy elsewhere nevertheless excellence preference reverence severe veneer engineer career peer beekeeper teepee"""
WORDS = tuple(dict.fromkeys(_WORDS.split()))

_ONSETS = (
    tuple(
        "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr qu r s sc sh sk sl sm sn sp st str sw t th tr tw v w wh y z".split()
    )
    + ("",) * 4
)
_NUCLEI = tuple("a e i o u a e i o u ai au ea ee ie io oa oo ou ue y".split())
_CODAS = ("",) * 8 + tuple(
    "b ck d f g k l ll m mp n nd ng nk nt p r rd rk rm rn rr rt s sh sk ss st t th tt x z ble tion ness ment er ing ed".split()
)


def invented(rng: Random) -> str:
    """A word that does not exist, of one to four syllables."""
    return "".join(
        rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(rng.choice((1, 2, 2, 3, 3, 4)))
    )


def letters(rng: Random) -> str:
    """A string of random letters."""
    return "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 9)))


def any_word(rng: Random) -> str:
    """A word to spell: mostly real, else invented or random."""
    roll = rng.random()
    if roll < 0.55:
        return rng.choice(WORDS)
    return invented(rng) if roll < 0.87 else letters(rng)


def people(rng: Random, count: int) -> list[str]:
    """Different names, now and then unheard-of ones, so that names are copied rather than known."""
    if rng.random() < 0.75:
        return rng.sample(NAMES, count)
    found: list[str] = []
    while len(found) < count:
        name = invented(rng).capitalize() if rng.random() < 0.6 else rng.choice(NAMES)
        if 2 < len(name) < 11 and name not in found and name.lower() not in WORDS:
            found.append(name)
    return found
