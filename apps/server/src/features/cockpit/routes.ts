import { showCockpit } from '@quanheng/contract/cockpit'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { cockpitOf } from './show.ts'

export const cockpitRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(showCockpit, ({ actor, query, context }) => cockpitOf(platform.db, actor, query.planId, context)),
]
