import * as contract from '@quanheng/contract/separation'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { list } from './present.ts'

export { keepSeparation } from './guard.ts'

export const separationRoutes = (): readonly Binding[] => [
  bindQuery(contract.listBreaches, async ({ db, context }) => ok(await list(db, context.today))),
]
