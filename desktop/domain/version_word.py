"""Two spoken words for a content hash, so that two people can compare aloud what lies before them."""

# Each word sounds unlike every other; none is a drug, an organ, a number, a unit or a way to say yes or no.
_FIRST = """
    amber ancient arctic autumn bamboo basalt biscuit blanket blue bold breezy brick bright bronze brown bubble
    butter calm canvas caramel cedar cherry chestnut chilly chrome cinnamon citrus cloudy clover cobalt coconut
    cosmic cotton crimson crystal curly dancing denim desert dusty eager ebony elegant emerald evening famous
    feather festive flannel floating fluffy forest fossil frosty frozen gentle giant ginger glass golden granite
    green happy harbour hazel hidden hollow hopping humble icy indigo ivory jade jolly jumbo kind lavender lazy
    lemon linen little lively lunar magic mahogany marble marine meadow midnight misty modern mossy musical
    mustard narrow noble nutmeg olive orange paper peach pebble pepper pink plastic playful pointed polar proud
    purple quiet rapid rustic sapphire scarlet silent silver snowy spotted striped summer sunny velvet violet
    walnut winter wooden yellow
"""
_SECOND = """
    acorn anchor antelope apple badger balloon banjo barrel beacon beaver bison bonfire bridge bucket buffalo
    butterfly button cabin cactus camel candle canyon carpet castle cello chimney cinema clarinet compass
    cottage cricket curtain cyclone daffodil dolphin dragon elephant engine falcon ferry fiddle firefly flamingo
    fountain foxglove galaxy garden gazelle geyser giraffe goblet gondola gorilla guitar hammer hammock harvest
    hedgehog helmet heron island jaguar jigsaw kangaroo kettle kitten ladder lantern leopard lighthouse lizard
    lobster magnet magpie mango meteor mirror monkey mosaic mushroom napkin notebook oasis octopus orchard
    ostrich otter panda parrot peacock pelican penguin piano pillow pineapple planet puffin pumpkin puzzle
    pyramid rabbit raccoon rainbow ribbon rocket sandal scooter seagull shadow shovel skylark spider squirrel
    statue sunflower tambourine teapot tiger tortoise trumpet tulip umbrella violin walrus waterfall windmill
    woodpecker zebra
"""
FIRST_WORDS, SECOND_WORDS = tuple(_FIRST.split()), tuple(_SECOND.split())


def version_word(sha256: str) -> str:
    """The two words of a content hash (hexadecimal), such as "amber lantern".

    They are for the ear: contents that differ share them once in 16,384 times, so that only the hash proves a match.
    """
    first, second = int(sha256[:8], 16), int(sha256[8:16], 16)
    return f"{FIRST_WORDS[first % len(FIRST_WORDS)]} {SECOND_WORDS[second % len(SECOND_WORDS)]}"
