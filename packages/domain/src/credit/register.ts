import { type Author, authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { type CreditEntry, isSettled } from './model.ts'

/**
 * 加减分台账 of one year plan: which bodies were asked for deductions and vetoes, who answered 零报告, and whether it is closed.
 * Totals call 加减分 entered once it is closed.
 */
export interface CreditRegister {
  readonly planId: string
  readonly state: 'open' | 'closed'
  readonly asked: readonly AskedBody[]
  readonly zeroReports: readonly ZeroReport[]
  /** Why it was opened again, after it had been closed. */
  readonly reopened?: string
}

export interface AskedBody {
  readonly unitId: string
  readonly due: string
}

/** 零报告: this body has nothing to propose. */
export interface ZeroReport {
  readonly unitId: string
  readonly by: Author
  readonly at: string
}

export type RegisterCommand =
  | { readonly kind: 'ask'; readonly asked: readonly AskedBody[] }
  | { readonly kind: 'reportZero' }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen'; readonly reason: string }

export type RegisterErrorCode =
  | 'credit.notAsked'
  | 'credit.alreadyAnswered'
  | 'credit.askedTwice'
  | 'credit.entriesOpen'
  | 'credit.bodiesSilent'
  | 'credit.registerClosed'
  | 'credit.registerOpen'
  | 'credit.otherUnit'
  | 'credit.reasonMissing'
type RegisterError = DomainError<RegisterErrorCode>

export interface RegisterContext extends CommandContext {
  readonly officeUnitId: string
  readonly entries: readonly CreditEntry[]
}

/** Asked bodies that neither proposed anything nor reported zero. */
export const silentBodies = (
  { asked, zeroReports }: CreditRegister,
  entries: readonly Pick<CreditEntry, 'kind' | 'steps' | 'state'>[],
): readonly AskedBody[] =>
  asked.filter(
    ({ unitId }) =>
      !zeroReports.some((zero) => zero.unitId === unitId) &&
      !entries.some(
        (entry) => entry.kind !== 'bonus' && entry.steps[0].by.unitId === unitId && entry.state !== 'withdrawn',
      ),
  )

export const decideRegister = (
  register: CreditRegister,
  command: RegisterCommand,
  context: RegisterContext,
): Result<CreditRegister, RegisterError> => {
  if (command.kind === 'reportZero') return reportZero(register, context)
  if (context.actor.unitId !== context.officeUnitId) return refuse('credit.otherUnit')
  switch (command.kind) {
    case 'ask':
      return ask(register, command.asked)
    case 'close':
      return close(register, context)
    case 'reopen':
      if (register.state === 'open') return refuse('credit.registerOpen')
      return command.reason
        ? ok({ ...register, state: 'open', reopened: command.reason })
        : refuse('credit.reasonMissing', { at: 'reason' })
  }
}

const ask = (register: CreditRegister, asked: readonly AskedBody[]): Result<CreditRegister, RegisterError> => {
  if (register.state === 'closed') return refuse('credit.registerClosed')
  const twice = asked.findIndex(({ unitId }, at) => asked.findIndex((one) => one.unitId === unitId) !== at)
  return twice < 0 ? ok({ ...register, asked }) : refuse('credit.askedTwice', { at: `asked[${twice}].unitId` })
}

const reportZero = (register: CreditRegister, context: RegisterContext): Result<CreditRegister, RegisterError> => {
  const { unitId } = context.actor
  if (register.state === 'closed') return refuse('credit.registerClosed')
  if (!register.asked.some((one) => one.unitId === unitId)) return refuse('credit.notAsked')
  if (!silentBodies(register, context.entries).some((one) => one.unitId === unitId)) {
    return refuse('credit.alreadyAnswered')
  }
  const zero: ZeroReport = { unitId, by: authorOf(context.actor), at: context.now }
  return ok({ ...register, zeroReports: [...register.zeroReports, zero] })
}

/** 关账: every entry settled, every asked body heard. */
const close = (register: CreditRegister, { entries }: RegisterContext): Result<CreditRegister, RegisterError> => {
  if (register.state === 'closed') return refuse('credit.registerClosed')
  const open = entries.filter((entry) => !isSettled(entry))
  if (open.length > 0) return refuse('credit.entriesOpen', { params: { count: String(open.length) } })
  const silent = silentBodies(register, entries)
  if (silent.length > 0) return refuse('credit.bodiesSilent', { params: { count: String(silent.length) } })
  return ok({ ...register, state: 'closed' })
}

export const canonicalRegister = (register: CreditRegister) => ({ v: 1, noun: 'creditRegister', ...register })
