import type { Binding } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { accountRoutes } from './account/index.ts'
import { calendarRoutes } from './calendar/index.ts'
import { organisationRoutes } from './organisation/index.ts'
import { planRoutes } from './plan/index.ts'
import { uploadRoutes } from './upload/index.ts'

/** Every feature of the server, one line each; main.ts and the generated route tests read this list. */
export const allRoutes = (platform: Platform): readonly Binding[] => [
  ...accountRoutes(platform),
  ...organisationRoutes(),
  ...calendarRoutes(),
  ...planRoutes(platform),
  ...uploadRoutes(platform),
]
