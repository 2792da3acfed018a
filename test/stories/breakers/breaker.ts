/** What takes a rule away, and the test that then goes red: a citation is not a behaviour. */
export type Breaker = {
  readonly rule: string;
  /** The test file, and what stands in the name of its test, or of the part whose tests build on each other. */
  readonly test: string;
  readonly name: string;
  /** The planted change: `from` stands once in the file at `path`. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
};
