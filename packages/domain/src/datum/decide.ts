import type { Actor } from '../kernel/command-context.ts'
import { type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { close, confirm, type DatumDecision, open, reopen, report, sendBack, start, verify, withdraw } from './acts.ts'
import { isAsked } from './asked.ts'
import type { DatumCommand, DatumContext } from './commands.ts'
import type { DatumError } from './errors.ts'
import { confirmRelease, publish, withdrawRelease } from './later-release.ts'
import { currentVersion, type Datum } from './model.ts'
import { datumWorkflow } from './transitions.ts'

/** The one way a datum changes. @returns the datum after it and what happened, or the rule that stopped it */
export const decideDatum = (
  datum: Datum,
  command: DatumCommand,
  context: DatumContext,
): Result<DatumDecision, DatumError> => {
  const stopped = stopStranger(datum, command, context.actor)
  if (stopped) return stopped
  const row = permit(workflowFor(datum), datum.state, command.kind, context.actor.post)
  return row.ok ? act(datum, command, context) : row
}

/** The workflow that holds for this datum now: a 代录 is confirmed by the side that entered it. */
export const workflowFor = (datum: Datum) =>
  datumWorkflow(datum.source.kind, currentVersion(datum)?.onBehalf !== undefined)

const act = (datum: Datum, command: DatumCommand, context: DatumContext): Result<DatumDecision, DatumError> => {
  switch (command.kind) {
    case 'start':
      return start(datum)
    case 'report':
    case 'reportOnBehalf':
      return report(datum, command, context)
    case 'open':
      return open(datum, context)
    case 'withdraw':
      return withdraw(datum, context)
    case 'confirm':
      return confirm(datum, command, context)
    case 'return':
    case 'returnToHead':
      return sendBack(datum, command, context)
    case 'verify':
      return verify(datum, command, context)
    case 'close':
      return close(datum)
    case 'reopen':
      return reopen(datum, command)
    case 'publish':
      return publish(datum, command, context)
    case 'confirmRelease':
      return confirmRelease(datum, context)
    case 'withdrawRelease':
      return withdrawRelease(datum, context)
  }
}

/** Only who is asked reports; a provider's figure is nobody else's to write; nobody handles the own unit (回避). */
const stopStranger = (datum: Datum, command: DatumCommand, actor: Actor) => {
  switch (command.kind) {
    case 'start':
    case 'report':
    case 'publish':
    case 'confirmRelease':
    case 'withdrawRelease':
      if (isAsked(datum, actor)) return undefined
      return refuse(datum.source.kind === 'provider' ? 'datum.providerFigure' : 'datum.notAsked')
    case 'reportOnBehalf':
    case 'verify':
    case 'close':
    case 'reopen':
      return actor.ownUnitIds.includes(datum.unitId) ? refuse('datum.ownUnit') : undefined
    default:
      return undefined
  }
}
