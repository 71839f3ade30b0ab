import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { Seat } from '../meeting/model.ts'
import type { ImportantMatter, MatterContent, MatterStance, OpinionAnswer, Silence } from './model.ts'

export type MatterCommand =
  | { readonly kind: 'edit'; readonly content: MatterContent }
  | { readonly kind: 'seek'; readonly seatKeys: readonly string[]; readonly until: string; readonly silence: Silence }
  | { readonly kind: 'proposeDirect'; readonly reason: string; readonly tellMembers: boolean }
  | {
      readonly kind: 'giveOpinion'
      readonly seatKey: string
      readonly stance: MatterStance
      readonly words: string
      readonly scanDigest?: string
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'answer'; readonly answers: readonly OpinionAnswer[] }
  | { readonly kind: 'revise'; readonly content: MatterContent }
  | { readonly kind: 'propose' }
  | { readonly kind: 'approve'; readonly words: string; readonly on: string; readonly scanDigest?: string }
  | { readonly kind: 'return'; readonly reason: string; readonly scanDigest?: string }
  | { readonly kind: 'cancel'; readonly reason: string }

export interface MatterContext extends CommandContext {
  /** Who sits in the leading group today. */
  readonly seats: readonly Seat[]
}

export type MatterErrorCode =
  | 'matter.notNow'
  | 'matter.notYours'
  | 'matter.otherUnit'
  | 'matter.titleMissing'
  | 'matter.bodyMissing'
  | 'matter.membersMissing'
  | 'matter.memberUnknown'
  | 'matter.untilPast'
  | 'matter.roundOpen'
  | 'matter.roundOver'
  | 'matter.notYourSeat'
  | 'matter.scanMissing'
  | 'matter.wordsMissing'
  | 'matter.reasonMissing'
  | 'matter.answerUnknown'
  | 'matter.unanswered'
  | 'matter.notRevised'
  | 'matter.inFuture'

export type MatterEvent =
  | { readonly type: 'matterBegun'; readonly matterId: string }
  | { readonly type: 'matterMoved'; readonly matterId: string; readonly command: MatterCommand }

export type MatterResult = Result<
  { readonly next: ImportantMatter; readonly events: readonly MatterEvent[] },
  DomainError<MatterErrorCode>
>
