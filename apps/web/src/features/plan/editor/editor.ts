import type { planRow, showPlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import type { WorkCalendar } from '@quanheng/domain/kernel/working-days'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { Origin } from './origins.ts'

export type ShownPlan = ReplyOf<typeof showPlan>
export type PlanRow = z.infer<typeof planRow>

/** What the tabs of a plan work on: one content, changed part by part. */
export interface Editor {
  readonly plan: ShownPlan
  readonly content: PlanContent
  readonly readOnly: boolean
  readonly update: (parts: Partial<PlanContent>) => void
  /** Saves what is on screen, with these parts changed; resolves to whether it was saved. */
  readonly save: (parts?: Partial<PlanContent>) => Promise<boolean>
  /** Name of a unit, section or person of the content, or of one chosen since it was loaded. */
  readonly nameOf: (id: string) => string
  readonly learnNames: (names: Readonly<Record<string, string>>) => void
  readonly calendar: WorkCalendar
  readonly openTab: (tab: string) => void
  /** Where the notice says what stands at a place of the plan; nothing for those who may not read the import. */
  readonly originOf: (at: string) => Origin | undefined
}

const EditorContext = createContext<Editor | undefined>(undefined)

export const EditorProvider = EditorContext.Provider

/** The plan of the page; only inside its tabs. */
export const useEditor = (): Editor => {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is used outside a plan page')
  return editor
}
