/** When on a day the axis is looked at, as a share of the day; scores are given at the last. */
export const lookHours = [10.5 / 24, 14.5 / 24, 18.5 / 24, 22 / 24] as const;
export const scoreHour = lookHours[3];
