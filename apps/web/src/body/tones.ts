/** Skin tones of the drawing: the skin, its fine lines, its hair, and the ink of marks, which stands out from the skin at least 3 to 1. */
export interface Tone {
  readonly skin: string;
  readonly line: string;
  readonly hair: string;
  readonly mark: string;
}

export const tones: readonly Tone[] = [
  { skin: '#f6ddcb', line: '#a9735c', hair: '#8a6248', mark: '#9c1c4c' },
  { skin: '#ecc4a0', line: '#96613f', hair: '#54392a', mark: '#8f1845' },
  { skin: '#d6a273', line: '#7d4d2c', hair: '#33221b', mark: '#6d0f36' },
  { skin: '#aa7148', line: '#6b3d20', hair: '#241813', mark: '#ffe9f0' },
  { skin: '#7c4b31', line: '#4a2a1a', hair: '#1c1210', mark: '#ffd9e5' },
  { skin: '#4f3024', line: '#2e1a13', hair: '#120b0a', mark: '#ffc9da' },
];

export const usualTone = 2;
