import type { Player } from './player.ts'
import { loadOrganisation } from './world/organisation.ts'

/** The day on which a fresh rehearsal stands. */
export const firstDay = '2026-01-04'

/** Loads 云岭市 through the door; deterministic: the same commands in the same order with the same keys. */
export const loadWorld = async (player: Player, officeId: string): Promise<void> => {
  player.tell(2, '登记单位、科室与人员')
  await loadOrganisation(player, officeId)
  player.tell(100, '完成')
}
