package cn.suinian.load.bench;

import java.util.Random;

/** Which card taps next. */
enum Pattern {
    /** Every card is as likely as any other. */
    UNIFORM {
        @Override
        int next(Random random, int cards, int drawn) {
            return random.nextInt(cards);
        }
    },
    /** The card of rank r comes with a probability in proportion to 1/r: one tap in fourteen is the first card's. */
    ZIPF {
        @Override
        int next(Random random, int cards, int drawn) {
            return (int) Math.min(cards - 1, Math.pow(cards, random.nextDouble()) - 1);
        }
    },
    /** Always the same card. */
    HOT {
        @Override
        int next(Random random, int cards, int drawn) {
            return 0;
        }
    },
    /** Each of as many cards as the city really has as often as any other, however many there are. */
    SOME {
        @Override
        int next(Random random, int cards, int drawn) {
            return (int) ((long) random.nextInt(Math.min(cards, CITY)) * cards / Math.min(cards, CITY));
        }
    },
    /** Every card once, then every card again. */
    SWEEP {
        @Override
        int next(Random random, int cards, int drawn) {
            return drawn % cards;
        }
    };

    private static final int CITY = 800_000;

    /**
     * The number of a card.
     *
     * @param drawn how many were drawn before
     */
    abstract int next(Random random, int cards, int drawn);
}
