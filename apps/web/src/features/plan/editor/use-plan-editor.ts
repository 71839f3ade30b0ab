import { listCalendar } from '@quanheng/contract/calendar'
import { editPlan } from '@quanheng/contract/plan'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { useDraft } from '../../../shared/form/use-draft.ts'
import { useLeaveGuard } from '../../../shared/form/use-leave-guard.ts'
import type { Editor, ShownPlan } from './editor.ts'
import { useOrigins } from './origins.ts'
import { sameContent } from './same-content.ts'

interface Kept {
  /** Version of the plan that the typed content started from. */
  readonly version: number
  readonly content: PlanContent
}

const editableParts = ({ v: _v, kind: _kind, ownerUnitId: _owner, coordinating, ...parts }: PlanContent) => ({
  ...parts,
  coordinating: coordinating ?? null,
})

/** One content on screen, kept as a draft while it is typed, saved by one command. */
export const usePlanEditor = (plan: ShownPlan, openTab: (tab: string) => void) => {
  const [base, setBase] = useState<Kept>({ version: plan.version, content: plan.content })
  const [content, setContent] = useState(plan.content)
  const [learned, setLearned] = useState<Readonly<Record<string, string>>>({})
  const readOnly = !plan.may.includes('edit')
  // A box that is left gives its value again, in another object: what reads the same is not unsaved.
  const dirty = useMemo(() => !sameContent(content, base.content), [content, base])
  const draft = useDraft<Kept>(`plan:${plan.id}`, { version: base.version, content }, dirty && !readOnly)
  const { drop } = draft
  const command = useCommand(editPlan)
  const calendar = useQueryRoute(listCalendar, {})
  const latest = useRef(content)
  latest.current = content
  const sent = useRef<PlanContent>(undefined)

  useEffect(() => {
    if (plan.version === base.version) return
    setBase({ version: plan.version, content: plan.content })
    // What was sent comes back normalised. What was typed since, or while somebody else saved, stays on screen.
    const typed = latest.current
    if (sameContent(typed, base.content) || sameContent(typed, sent.current)) setContent(plan.content)
  }, [plan, base])

  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!draft.restored || asked || readOnly) return
    setAsked(true)
    // A page left between the answer to a save and what follows it keeps a draft of what was saved.
    if (sameContent(draft.restored.content, base.content)) void drop()
    else if (draft.restored.version === base.version) setContent(draft.restored.content)
  }, [draft.restored, drop, asked, readOnly, base])

  const update = useCallback((parts: Partial<PlanContent>) => setContent((before) => ({ ...before, ...parts })), [])

  const { run } = command
  const save = useCallback(
    async (parts: Partial<PlanContent> = {}) => {
      const wanted = { ...latest.current, ...parts }
      sent.current = wanted
      setContent(wanted)
      const reply = await run({
        params: { planId: plan.id },
        body: { version: base.version, parts: editableParts(wanted) },
      } as Parameters<typeof run>[0])
      if (!reply) return false
      await drop()
      return true
    },
    [run, drop, plan.id, base.version],
  )

  useLeaveGuard(dirty && draft.state === 'unsaved')

  const outdated = draft.restored !== undefined && draft.restored.version !== plan.version && !readOnly
  const editor: Editor = {
    plan,
    content,
    readOnly,
    update,
    save,
    nameOf: (id) => learned[id] ?? plan.names[id] ?? '',
    learnNames: useCallback((names) => setLearned((before) => ({ ...before, ...names })), []),
    calendar: calendar.data?.rows ?? [],
    openTab,
    originOf: useOrigins(plan.id),
  }
  return {
    editor,
    dirty,
    draft,
    command,
    /** A draft kept from an older version of the plan; the person chooses. */
    outdated: outdated ? draft.restored : undefined,
    takeOver: (kept: Kept) => setContent(kept.content),
    giveUp: async () => {
      setContent(base.content)
      await draft.drop()
    },
  }
}
