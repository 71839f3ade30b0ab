import type { Player } from './player.ts'
import { loadData } from './world/data.ts'
import { loadOrganisation } from './world/organisation.ts'
import { loadPlans } from './world/plans.ts'

/** The day on which the world begins; loading moves it on. */
export const firstDay = '2025-02-24'

/** Loads 云岭市 through the door; deterministic: the same commands in the same order with the same keys. */
export const loadWorld = async (player: Player, officeId: string): Promise<void> => {
  player.tell(2, '登记单位、科室与人员')
  const ids = await loadOrganisation(player, officeId)
  player.tell(30, '起草、校核并印发方案')
  const plans = await loadPlans(player, ids)
  player.tell(50, '报送、确认年度数据')
  await loadData(player, ids, plans)
  player.tell(96, '开通演练账号')
}
