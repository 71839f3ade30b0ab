import type { Outcome, Scored } from '@quanheng/domain/rule/outcome'
import type { Notices, Refusals, VerifiedArchive } from '@quanheng/server/commands/index'
import type { CommandName, OptionName } from '../grammar.ts'

/** Every word of the command line in one language: a code without a sentence does not compile. */
export interface Words {
  readonly refusals: { readonly [Code in keyof Refusals]: (params: Refusals[Code]) => string }
  readonly notices: { readonly [Code in keyof Notices]: (params: Notices[Code]) => string }
  readonly usage: {
    readonly unknownCommand: (name: string) => string
    readonly unknownOption: (name: string, command: string) => string
    readonly needsValue: (name: string) => string
    readonly noValue: (name: string) => string
    readonly extraArgument: (text: string, command: string) => string
    readonly needsFile: (command: string) => string
    readonly file: string
    readonly needsFiles: string
    readonly needsYear: string
    readonly needsReceipt: string
    readonly needsPackage: string
    /** `demo --export` has a database of its own. */
    readonly exportAlone: string
    /** Restoring is done by one and watched by another, with a reason. */
    readonly needsTwo: string
    readonly unknownUnit: (name: string) => string
    readonly schemaKinds: (kinds: string) => string
    readonly badPort: (text: string) => string
    readonly needsSentence: string
    readonly badMark: (text: string) => string
    readonly badFacts: (text: string) => string
    readonly badFact: (code: 'rule.factUnknown' | 'rule.factShape', name: string) => string
    readonly badSeal: (text: string) => string
    readonly badSeen: (text: string) => string
    readonly badLanguage: (text: string) => string
    readonly failed: (reason: string) => string
    readonly heading: string
    readonly synopsis: string
    readonly commands: string
    readonly options: string
  }
  readonly score: {
    readonly rank: string
    readonly unit: string
    readonly total: string
    readonly grade: string
    readonly waitsFor: (names: string) => string
    readonly open: (outcome: Exclude<Outcome, Scored>) => string
    readonly loss: (points: string, clause: string) => string
    readonly totals: (raw: string, normalised: string, published: string) => string
  }
  readonly verify: {
    readonly holds: (body: string, acts: number, size: number) => string
    readonly reportHolds: (time: string, size: number) => string
    /** The code given from paper is that of the content. */
    readonly codeFits: (code: string) => string
    /** None was given. */
    readonly codeIs: (code: string) => string
    readonly archiveHolds: (title: string, year: number, counts: VerifiedArchive['counts']) => string
    readonly publicHolds: (title: string, year: number, totals: number) => string
    readonly archiveUnchecked: (count: number) => string
    readonly archiveOpen: (text: string) => string
    readonly ownKeys: string
    /** A seal from paper was given and is that of this log. */
    readonly sealFits: (size: number) => string
    /** It holds, and the log tells of things that are no fault; a sentence each follows. */
    readonly noticed: (count: number) => string
    readonly drawn: (indicator: string, listed: number, picked: number, seed: string) => string
  }
  readonly help: { readonly [Name in CommandName | OptionName]: string }
}
