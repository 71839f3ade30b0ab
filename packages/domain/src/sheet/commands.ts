import type { ItemBlockerCode } from '../item/blockers.ts'
import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError } from '../kernel/result.ts'
import type { Signature } from '../signature/model.ts'
import type { PaperSignature, SignatureErrorCode } from '../signature/sign.ts'
import type { ComposedSheet } from './compose.ts'
import type { SheetRole } from './model.ts'
import type { SigningErrorCode, SigningOrder } from './signing.ts'

export type SheetCommand =
  | { readonly kind: 'score' }
  /** `digest` is of the content that the signer was shown. */
  | { readonly kind: 'sign'; readonly digest: string; readonly opinion?: string }
  | { readonly kind: 'registerPaper'; readonly paper: PaperSignature<SheetRole> }
  | { readonly kind: 'confirmPaper'; readonly signatureId: string }
  | { readonly kind: 'refusePaper'; readonly signatureId: string; readonly reason: string }
  | { readonly kind: 'recall' }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'waiveVerification'; readonly reason: string }
  | { readonly kind: 'openVerification' }
  | { readonly kind: 'closeVerification' }
  | { readonly kind: 'aggregate' }

export interface SheetContext extends CommandContext {
  /** The content as it stands now, composed from live rows. */
  readonly composed: ComposedSheet
  readonly order: SigningOrder
  /** Every unit in which the person named on the paper signature holds a post; empty for other commands. */
  readonly paperSignerUnitIds: readonly string[]
}

export type SheetEvent =
  | { readonly type: 'sheetScored'; readonly sheetId: string; readonly version: number }
  | { readonly type: 'sheetSigned'; readonly sheetId: string; readonly signature: Signature<SheetRole> }
  | { readonly type: 'sheetPaperRegistered'; readonly sheetId: string; readonly signature: Signature<SheetRole> }
  | {
      readonly type: 'sheetPaperRefused'
      readonly sheetId: string
      readonly signatureId: string
      readonly reason: string
    }
  | { readonly type: 'sheetRecalled'; readonly sheetId: string }
  | { readonly type: 'sheetReturned'; readonly sheetId: string; readonly reason: string }
  | { readonly type: 'sheetVerificationWaived'; readonly sheetId: string; readonly reason: string }
  | { readonly type: 'sheetVerificationOpened'; readonly sheetId: string }
  | { readonly type: 'sheetVerificationClosed'; readonly sheetId: string }
  | { readonly type: 'sheetAggregated'; readonly sheetId: string }
  /** Signatures fell because what they covered changed. */
  | {
      readonly type: 'sheetFell'
      readonly sheetId: string
      readonly unitIds: readonly string[]
      readonly cause: string
    }
  | {
      readonly type: 'sheetRowsFell'
      readonly sheetId: string
      readonly unitIds: readonly string[]
      readonly cause: string
      readonly amendmentId: string
    }
  /** A new plan version no longer asks for these rows. */
  | {
      readonly type: 'sheetRowsLeft'
      readonly sheetId: string
      readonly unitIds: readonly string[]
      readonly cause: string
    }

export type SheetErrorCode =
  | 'sheet.notNow'
  | 'sheet.notYours'
  | 'sheet.contentChanged'
  | 'sheet.reasonMissing'
  | SigningErrorCode
  | ItemBlockerCode
  | SignatureErrorCode
export type SheetError = DomainError<SheetErrorCode>
