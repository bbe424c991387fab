import { UnusableArguments } from '../failure.ts';

interface Files {
  readonly profile?: string;
  readonly diary?: string;
}

/** The file of `--profile`, without which a command cannot work. */
export const neededProfile = ({ profile, diary }: Files): string => {
  if (profile === undefined)
    throw new UnusableArguments('--profile FILE is needed; an example: examples/profile.json');
  if (profile === '-' && diary === '-')
    throw new UnusableArguments('standard input can be read once only');
  return profile;
};
