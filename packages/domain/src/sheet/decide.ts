import type { Result } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import {
  aggregate,
  close,
  confirm,
  open,
  recall,
  refuseScan,
  register,
  type SheetDecision,
  score,
  sendBack,
  sign,
  waive,
} from './acts.ts'
import type { SheetCommand, SheetContext, SheetError } from './commands.ts'
import type { Sheet } from './model.ts'
import { sheetWorkflow } from './transitions.ts'

/** The one way a sheet changes by command; what falls when its data change is in `fall`. */
export const decideSheet = (
  sheet: Sheet,
  command: SheetCommand,
  context: SheetContext,
): Result<SheetDecision, SheetError> => {
  const row = permit(sheetWorkflow, sheet.state, command.kind, context.actor.post)
  return row.ok ? act(sheet, command, context) : row
}

const act = (sheet: Sheet, command: SheetCommand, context: SheetContext): Result<SheetDecision, SheetError> => {
  switch (command.kind) {
    case 'score':
      return score(sheet, context)
    case 'sign':
      return sign(sheet, command, context)
    case 'registerPaper':
      return register(sheet, command, context)
    case 'confirmPaper':
      return confirm(sheet, command, context)
    case 'refusePaper':
      return refuseScan(sheet, command, context)
    case 'recall':
      return recall(sheet, context)
    case 'return':
      return sendBack(sheet, command, context)
    case 'waiveVerification':
      return waive(sheet, command)
    case 'openVerification':
      return open(sheet)
    case 'closeVerification':
      return close(sheet)
    case 'aggregate':
      return aggregate(sheet)
  }
}
