import type { MenuPlace, PageRoute } from '../../shared/route/feature.ts'
import { may, type Session, useSession } from '../../shared/session/session.ts'
import { pages } from '../features.ts'
import { menu } from '../menu.ts'

export interface VisibleEntry {
  readonly place: MenuPlace
  readonly label: string
  readonly path: string
  /** Every page of the place, also those reached from the one that the entry opens. */
  readonly paths: readonly string[]
}

export interface VisibleGroup {
  readonly label?: string
  readonly entries: readonly VisibleEntry[]
}

const pageAt = (place: MenuPlace, session: Session): PageRoute | undefined =>
  pages.find((page) => page.menu === place && may(session, page.may))

/** Only places whose feature exists and which this person may see; a group without places is left out. */
export const useVisibleMenu = (): readonly VisibleGroup[] => {
  const session = useSession()
  return menu()
    .map((group) => ({
      ...group,
      entries: group.entries.flatMap((entry) => {
        const page = pageAt(entry.place, session)
        const paths = pages.filter(({ menu }) => menu === entry.place).map(({ path }) => path)
        return page ? [{ ...entry, path: page.path, paths }] : []
      }),
    }))
    .filter((group) => group.entries.length > 0)
}
