import { nodeByKey } from '@quanheng/domain/plan/tree'
import { Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { DayInput } from '../fields/DayInput.tsx'
import styles from '../fields/plan.module.css'

/** Targets that the superior has still to set: legal, with somebody who asks for them and a day to be reminded. */
export const PendingTargets = () => {
  const { content, update, nameOf } = useEditor()
  const waiting = content.tasks.flatMap((task) =>
    task.target?.kind === 'pending' ? [{ task, target: task.target }] : [],
  )
  if (waiting.length === 0) return null
  const put = (leafKey: string, unitId: string, part: { readonly owner?: string; readonly remindOn?: string }) =>
    update({
      tasks: content.tasks.map((task) =>
        task.leafKey === leafKey && task.unitId === unitId && task.target?.kind === 'pending'
          ? { ...task, target: { ...task.target, ...part } }
          : task,
      ),
    })
  return (
    <Section title={t('目标值待上级下达')}>
      <p className={styles.note}>{t('不影响印发；下达之前不评分。请写明由谁催办、何时提醒。')}</p>
      <table className={styles.grid}>
        <caption className="unseen">{t('目标值待上级下达')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('单位')}</th>
            <th scope="col">{t('指标')}</th>
            <th scope="col">{t('由谁催办')}</th>
            <th scope="col">{t('提醒日期')}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ task: { leafKey, unitId }, target }) => {
            const name = `${nameOf(unitId)} ${nodeByKey(content, leafKey)?.name ?? ''}`
            return (
              <tr key={`${leafKey}${unitId}`}>
                <th scope="row">{nameOf(unitId)}</th>
                <td>{nodeByKey(content, leafKey)?.name}</td>
                <td>
                  <Input
                    aria-label={t('{{name}} 由谁催办', { name })}
                    value={target.owner}
                    onChange={(event) => put(leafKey, unitId, { owner: event.target.value })}
                  />
                </td>
                <td>
                  <DayInput
                    label={t('{{name}} 提醒日期', { name })}
                    value={target.remindOn}
                    onChange={(remindOn) => put(leafKey, unitId, { remindOn })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
