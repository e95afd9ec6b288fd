package cn.suinian.core.staff.register;

import cn.suinian.core.settings.Secret;

/**
 * Somebody with a password to hand over.
 *
 * @param password shown now and never again; to be replaced at the first sign-in, within a week
 */
public record HandedOver(StaffMember member, Secret password) {}
