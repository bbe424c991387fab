import { fingerprintOf } from '@zonula/sharing';
import { useRead } from '../use-read.ts';
import { keptPersonKeys, subtle } from './seal.ts';
import { useSharingWords } from './words.ts';

/** The letters of the key with which this device seals for an account; nothing before it has shared something. */
export const OwnKey = ({ account }: { readonly account: string }) => {
  const text = useSharingWords();
  const { content } = useRead(async () => {
    const keys = await keptPersonKeys(account);
    return keys === null ? null : fingerprintOf(subtle, keys.publicKey);
  });
  if (content === null) return null;
  return (
    <div className="own-key stack tight">
      <p>{text('key.yours')}</p>
      <p className="key-letters" translate="no">
        {content}
      </p>
      <p className="soft small">{text('key.yours.says')}</p>
    </div>
  );
};
