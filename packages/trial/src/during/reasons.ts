/** Why a trial may wait. None of them names an arm. */
export const reasonsToWait = ['ill', 'travelling', 'reaction'] as const;
/** Why it ends before its last day. */
export const reasonsToStop = ['red-flag', 'own-wish', 'mid-stop', 'look'] as const;
