package cn.suinian.core.holder.bulk;

import cn.suinian.core.refusal.Refusal;

/** Why nothing is done with a file of people. */
public enum BulkRefusal implements Refusal {
    NOT_ALLOWED("您的岗位没有登记持卡人的权限，请找窗口主管。", "Your role may not register holders. Ask the supervisor of your counter."),
    NO_SUCH_FILE("没有这个文件，或它属于其他区。", "There is no such file, or it is another district's."),
    NOT_NOW("文件的状态已经改变，请查看最新状态后再做。", "The file is at another stage by now. Look at it again."),
    NOT_WAITING("这一行已经处理过了。", "This row was decided already."),
    STILL_ALIKE(
            "又有同名同日出生的人登记了，请再核对一次。",
            "Another person of that name and birthday was registered meanwhile. Compare again."),
    NO_LONGER_FIT("这一行现在不能登记，原因已记入错误清单。", "This row cannot be registered any more; the list of errors says why.");

    private final String zh;
    private final String en;

    BulkRefusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
