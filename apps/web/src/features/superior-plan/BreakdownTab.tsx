import { breakdownPaper, exportBreakdown, setSuperiorIndicators } from '@quanheng/contract/superior-plan'
import { Button, Popconfirm } from 'antd'
import { download } from '../../shared/api/download.ts'
import { useCommand } from '../../shared/api/hooks.ts'
import { message } from '../../shared/i18n/message.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { ExportButton } from '../../shared/table/ExportButton.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import work from '../../shared/work/work.module.css'
import { indicatorsWithout } from './acts/given.ts'
import type { Opened } from './acts/PlanDialogs.tsx'
import styles from './superior-plan.module.css'
import { type Line, type Share, type SuperiorPlan, sayTarget } from './superior-plan.ts'

interface Props {
  readonly plan: SuperiorPlan
  readonly onOpen: (opened: Opened) => void
}

/** The paper of the superior, what is open about the breakdown, and the breakdown itself. */
export const BreakdownTab = ({ plan, onOpen }: Props) => {
  const params = { superiorPlanId: plan.id }
  const mayEnter = plan.may.includes('setIndicators')
  return (
    <>
      <Facts
        items={[
          { label: t('制发机关'), value: plan.issuer },
          { label: t('文号'), value: plan.number || t('无') },
          { label: t('年度'), value: plan.year },
          {
            label: t('上级文件'),
            value:
              plan.files.length === 0 ? (
                t('未附')
              ) : (
                <FileLinks under={`/api/superior-plans/${plan.id}`} files={plan.files} />
              ),
          },
        ]}
      />
      {plan.faults.length > 0 && (
        <Section title={t('下达前须处理（{{count}}）', { count: plan.faults.length })}>
          <ul className={styles.faults}>
            {plan.faults.map((fault) => (
              <li key={`${fault.code}${fault.indicatorKey}`}>{message(fault.code, fault.params)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t('任务分解')}
        actions={
          <span className={work.acts}>
            {mayEnter && (
              <>
                <Button onClick={() => onOpen({ act: 'indicator' })}>{t('新增指标')}</Button>
                <Button onClick={() => onOpen({ act: 'table' })}>{t('导入 Excel')}</Button>
                <Button onClick={() => onOpen({ act: 'notice' })}>{t('由文件导入')}</Button>
              </>
            )}
            {plan.lines.length > 0 && (
              <>
                <ExportButton onExport={(format) => download(exportBreakdown, { params, query: { format } })} />
                <PaperFiles label={t('任务分解表')} route={breakdownPaper} params={params} />
              </>
            )}
          </span>
        }
      >
        {plan.lines.length === 0 ? (
          <p>
            {mayEnter
              ? t('还没有上级指标。可逐个新增，用 Excel 导入，或由“文件导入”读出的指标带入。')
              : t('还没有上级指标。')}
          </p>
        ) : (
          <Grid plan={plan} onOpen={onOpen} />
        )}
      </Section>
    </>
  )
}

const Grid = ({ plan, onOpen }: Props) => {
  const mayEnter = plan.may.includes('setIndicators')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} tabIndex={0} aria-label={t('任务分解表')}>
      <table className={styles.grid}>
        <caption className="unseen">{t('任务分解表')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('上级指标')}</th>
            <th scope="col">{t('分值')}</th>
            <th scope="col">{t('上级目标')}</th>
            <th scope="col">{t('责任')}</th>
            <th scope="col">{t('承担单位、科室')}</th>
            <th scope="col">{t('分解目标')}</th>
            <th scope="col">{t('分解分值')}</th>
            <th scope="col">{t('责任人')}</th>
            <th scope="col">{t('完成时限')}</th>
            {mayEnter && (
              <th scope="col" className={styles.acts}>
                {t('办理')}
              </th>
            )}
          </tr>
        </thead>
        {plan.lines.map((line) => (
          <Indicator key={line.key} plan={plan} line={line} onOpen={onOpen} />
        ))}
      </table>
    </section>
  )
}

const Indicator = ({ plan, line, onOpen }: Props & { readonly line: Line }) => {
  const mayEnter = plan.may.includes('setIndicators')
  const rows: readonly (Share | null)[] = line.shares.length === 0 ? [null] : line.shares
  const withSums = line.sharing === 'split' && line.shares.length > 1
  const span = rows.length + (withSums ? 1 : 0)
  return (
    <tbody>
      {rows.map((share, at) => (
        <tr key={share?.key ?? 'none'}>
          {at === 0 && (
            <>
              <th scope="rowgroup" rowSpan={span}>
                {line.name}
                {line.task !== '' && <span className={styles.sub}>{line.task}</span>}
                {line.sentence !== '' && <span className={styles.sub}>{line.sentence}</span>}
              </th>
              <td className={styles.figure} rowSpan={span}>
                {line.fullMark || '—'}
              </td>
              <td rowSpan={span}>
                {sayTarget(line.target, line.measureUnit)}
                <span className={styles.sub}>{word('sharing', line.sharing)}</span>
              </td>
            </>
          )}
          {share === null ? <td colSpan={6}>{t('尚未分解')}</td> : <ShareCells line={line} share={share} />}
          {at === 0 && mayEnter && (
            <td rowSpan={span} className={styles.acts}>
              <RowActs plan={plan} line={line} onOpen={onOpen} />
            </td>
          )}
        </tr>
      ))}
      {withSums && (
        <tr className={styles.sums}>
          <td colSpan={2}>{t('分解合计')}</td>
          <td className={styles.figure}>{line.target === '' ? '—' : line.sums.target}</td>
          <td className={styles.figure}>{line.sums.marks}</td>
          <td colSpan={2} />
        </tr>
      )}
    </tbody>
  )
}

const ShareCells = ({ line, share }: { readonly line: Line; readonly share: Share }) => (
  <>
    <td>{word('shareRole', share.role)}</td>
    <td>
      {share.unitName}
      {share.sectionName !== '' && <span className={styles.sub}>{share.sectionName}</span>}
    </td>
    <td className={styles.figure}>{sayTarget(share.target, line.measureUnit)}</td>
    <td className={styles.figure}>{share.marks || '—'}</td>
    <td>
      {share.ownerName || word('sharePost', share.post)}
      {share.ownerName !== '' && <span className={styles.sub}>{word('sharePost', share.post)}</span>}
    </td>
    <td>{share.due || line.due || '—'}</td>
  </>
)

const RowActs = ({ plan, line, onOpen }: Props & { readonly line: Line }) => {
  const drop = useCommand(setSuperiorIndicators)
  const on = { indicatorKey: line.key }
  const remove = () =>
    void drop.run({
      params: { superiorPlanId: plan.id },
      body: { version: plan.version, indicators: indicatorsWithout(plan, line.key) },
    })
  return (
    <>
      <Button
        size="small"
        type="link"
        aria-label={t('分解 {{name}}', { name: line.name })}
        onClick={() => onOpen({ act: 'share', ...on })}
      >
        {t('分解')}
      </Button>
      <Button
        size="small"
        type="link"
        aria-label={t('修改 {{name}}', { name: line.name })}
        onClick={() => onOpen({ act: 'indicator', ...on })}
      >
        {t('修改')}
      </Button>
      <Popconfirm title={t('删除该指标及其分解？')} okText={t('删除')} cancelText={t('取消')} onConfirm={remove}>
        <Button size="small" type="link" loading={drop.pending} aria-label={t('删除 {{name}}', { name: line.name })}>
          {t('删除')}
        </Button>
      </Popconfirm>
      <Refusal refusal={drop.refusal} />
    </>
  )
}
