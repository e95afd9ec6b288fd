package cn.suinian.load.replay;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;

/**
 * A record of the file made into a tap.
 *
 * @param place among the taps in time order, from 0
 */
record ReplayTap(int place, FileTap source, CityTerminal terminal, Tap tap) {}
