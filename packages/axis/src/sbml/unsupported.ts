/** SBML that cannot be read or run; the message names the construct and where it stands. */
export class UnsupportedSbml extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnsupportedSbml';
  }
}
