import { showBurden } from '@quanheng/contract/burden'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { shownBurden } from './show.ts'

export const burdenRoutes = (): readonly Binding[] => [
  bindQuery(showBurden, ({ db, actor, params }) => shownBurden(db, actor, params.planId)),
]
