INSERT INTO benefit_rule (rule_id, benefit, service, valid_from, min_age, max_age, hukou_required, categories, cap_fen,
                          window_from, window_to, workdays_only, per_day, per_week, payer, operator_subsidy_fen, basis)
VALUES
    (1, 'TRANSIT', 1, '2019-08-22', 60, 200, false, '{}', NULL, NULL, NULL, false, NULL, NULL, 'CITY', 0,
     'City notice of August 2019: bus and metro free from the age of 60'),
    (2, 'MEAL', 2, '2025-01-20', 60, 200, true,
     '{SPECIAL_HARDSHIP,LOW_INCOME,LOW_INCOME_MARGIN,VETERAN_OR_MARTYR_KIN,BEREAVED_ONE_CHILD}', 1500,
     '10:30', '13:30', true, 1, 5, 'HUKOU_DISTRICT', 200, 'City meal subsidy of 2025-01-20: cap 15 yuan by category'),
    (3, 'MEAL', 2, '2025-01-20', 100, 200, true, '{}', 1500,
     '10:30', '13:30', true, 1, 5, 'HUKOU_DISTRICT', 200, 'City meal subsidy of 2025-01-20: cap 15 yuan for centenarians'),
    (4, 'MEAL', 2, '2025-01-20', 70, 99, true, '{}', 500,
     '10:30', '13:30', true, 1, 5, 'HUKOU_DISTRICT', 200, 'City meal subsidy of 2025-01-20: cap 5 yuan at 70 to 99');

-- State Council notices on public holidays of 2025 and 2026.
INSERT INTO calendar_day (day, kind, name)
SELECT day::date, 'HOLIDAY', name
FROM (VALUES
    ('2025-01-01'::date, '2025-01-01'::date, '元旦 New Year'),
    ('2025-01-28', '2025-02-04', '春节 Spring Festival'),
    ('2025-04-04', '2025-04-06', '清明节 Qingming'),
    ('2025-05-01', '2025-05-05', '劳动节 Labour Day'),
    ('2025-05-31', '2025-06-02', '端午节 Dragon Boat'),
    ('2025-10-01', '2025-10-08', '国庆节、中秋节 National Day and Mid-Autumn'),
    ('2026-01-01', '2026-01-03', '元旦 New Year'),
    ('2026-02-15', '2026-02-23', '春节 Spring Festival'),
    ('2026-04-04', '2026-04-06', '清明节 Qingming'),
    ('2026-05-01', '2026-05-05', '劳动节 Labour Day'),
    ('2026-06-19', '2026-06-21', '端午节 Dragon Boat'),
    ('2026-09-25', '2026-09-27', '中秋节 Mid-Autumn'),
    ('2026-10-01', '2026-10-07', '国庆节 National Day')) AS holiday (first, last, name),
    generate_series(first, last, interval '1 day') AS day;

INSERT INTO calendar_day (day, kind, name)
VALUES ('2025-01-26', 'MAKEUP_WORKDAY', '春节调休 for Spring Festival'),
       ('2025-02-08', 'MAKEUP_WORKDAY', '春节调休 for Spring Festival'),
       ('2025-04-27', 'MAKEUP_WORKDAY', '劳动节调休 for Labour Day'),
       ('2025-09-28', 'MAKEUP_WORKDAY', '国庆节调休 for National Day'),
       ('2025-10-11', 'MAKEUP_WORKDAY', '国庆节调休 for National Day'),
       ('2026-01-04', 'MAKEUP_WORKDAY', '元旦调休 for New Year'),
       ('2026-02-14', 'MAKEUP_WORKDAY', '春节调休 for Spring Festival'),
       ('2026-02-28', 'MAKEUP_WORKDAY', '春节调休 for Spring Festival'),
       ('2026-05-09', 'MAKEUP_WORKDAY', '劳动节调休 for Labour Day'),
       ('2026-09-20', 'MAKEUP_WORKDAY', '国庆节调休 for National Day'),
       ('2026-10-10', 'MAKEUP_WORKDAY', '国庆节调休 for National Day');
