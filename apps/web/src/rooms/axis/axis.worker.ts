/// <reference lib="webworker" />
import { type PlayRequest, play } from './play.ts';

export interface PlayMessage {
  readonly id: number;
  readonly request: PlayRequest;
}

self.onmessage = ({ data: { id, request } }: MessageEvent<PlayMessage>): void => {
  try {
    self.postMessage({ id, play: play(request) });
  } catch (error) {
    self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
};
