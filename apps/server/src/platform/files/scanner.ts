/** Why a file stays 未扫描 although somebody was there to scan it. */
export type UnscannedCause = 'unreachable' | 'timeout' | 'tooLarge' | 'fault'

/** What a virus scanner says of some bytes. */
export type Verdict =
  | { readonly state: 'clean' }
  /** `finding` is the scanner's own name for it. */
  | { readonly state: 'infected'; readonly finding: string }
  | { readonly state: 'unscanned'; readonly cause: UnscannedCause }

/** A virus scanner on this machine or in the intranet; none is built in. Never rejects: what goes wrong is a verdict. */
export interface Scanner {
  /** As operators are told: where it is. */
  readonly name: string
  readonly scan: (content: AsyncIterable<Uint8Array>) => Promise<Verdict>
}
