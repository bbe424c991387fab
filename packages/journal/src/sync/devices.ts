import { type SyncContext, stateOf } from './context.ts';
import { openLabel } from './label.ts';

export interface DeviceView {
  readonly id: string;
  /** What the person calls it. */
  readonly label: string;
  readonly isThis: boolean;
  readonly active: boolean;
}

/** Devices in the order of joining, as far as this device has seen. */
export const devicesOf = async (context: SyncContext): Promise<readonly DeviceView[]> => {
  const { log, self } = await stateOf(context);
  return Promise.all(
    log.membership.devices.map(async ({ id, label, epoch, active }) => {
      const text = await openLabel(context.effects, log.keys[epoch - 1]!, label);
      return { id, label: text, isThis: id === self.id, active };
    }),
  );
};
