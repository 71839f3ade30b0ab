// Apart from what throws them: a start reads neither the rule language nor the notice reader.

/** A file that was not read, as a sentence: exit code 1. */
export class NoticeRefused extends Error {
  override readonly name = 'NoticeRefused'
}

/** A paper that was not checked, as a sentence: exit code 2, since 1 says that it has faults. */
export class PaperRefused extends Error {
  override readonly name = 'PaperRefused'
}

/** A plan or facts file that cannot be taken, a sentence a line with its place: exit code 1. */
export class FilesRefused extends Error {
  override readonly name = 'FilesRefused'
}

/** Facts that no rule can take: an unknown name or a wrong shape. */
export class FactsRefused extends Error {
  override readonly name = 'FactsRefused'
  readonly code: 'rule.factUnknown' | 'rule.factShape'
  readonly at: string
  constructor(code: FactsRefused['code'], at: string) {
    super(`${code} ${at}`)
    this.code = code
    this.at = at
  }
}
