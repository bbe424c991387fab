/// <reference lib="webworker" />
import { type PlayRequest, play } from './play.ts';

export interface PlayMessage {
  readonly id: number;
  readonly request: PlayRequest;
}

let wanted: PlayMessage | null = null;

const answer = (): void => {
  if (wanted === null) return;
  const { id, request } = wanted;
  wanted = null;
  try {
    self.postMessage({ id, play: play(request) });
  } catch (error) {
    self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
};

/** Of what was asked while the model ran, only the last is run: nobody waits for the others any more. */
self.onmessage = ({ data }: MessageEvent<PlayMessage>): void => {
  if (wanted === null) setTimeout(answer, 0);
  wanted = data;
};
