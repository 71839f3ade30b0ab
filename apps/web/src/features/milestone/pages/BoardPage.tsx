import { milestoneBoard, milestoneRegister, urgeMilestones } from '@quanheng/contract/milestone'
import { type MilestoneLight, milestoneLights } from '@quanheng/domain/milestone/light'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { useMay } from '../../../shared/session/session.ts'
import { LightMark } from '../LightMark.tsx'
import styles from '../milestone.module.css'
import type { Board } from '../milestone.ts'

const isLight = (text: string | undefined): text is MilestoneLight =>
  (milestoneLights as readonly string[]).includes(text ?? '')

/** 节点看板: milestones of a plan by the units that have them, a light in each cell; printed on A4 as it stands. */
const BoardPage = () => {
  const { planId, light: asked } = useSearch({ strict: false }) as Search
  const light = isLight(asked) ? asked : undefined
  const navigate = useNavigate()
  const found = useQueryRoute(milestoneBoard, {
    query: { ...(planId !== undefined && { planId }), ...(light !== undefined && { light }) },
  })
  const board = found.data
  const mayUrge = useMay('milestone.urge')
  const go = (search: { readonly planId?: string | undefined; readonly light?: string | undefined }) =>
    void navigate({ to: '/milestones', search } as never)
  const chosen = board?.planId ?? undefined
  return (
    <Page
      actions={
        board && (
          <>
            {board.plans.length > 1 && (
              <Select
                aria-label={t('方案')}
                value={board.planId}
                options={board.plans.map((plan) => ({ value: plan.planId, label: plan.title }))}
                onChange={(id) => go({ planId: id ?? undefined })}
                style={{ width: 340, maxWidth: '100%' }}
              />
            )}
            {mayUrge && chosen && <Urge />}
            <LinkButton to={'/milestones/list' as never}>{t('按日期列出')}</LinkButton>
            {chosen && (
              <PaperFiles
                label={t('亮灯情况表')}
                route={milestoneRegister}
                params={{}}
                query={{ planId: chosen, ...(light !== undefined && { light }) }}
              />
            )}
          </>
        )
      }
      note={board?.plans.find((plan) => plan.planId === board.planId)?.title}
    >
      {!board && <Pending refusal={found.error} onRetry={found.refetch} />}
      {board && chosen === undefined && (
        <p>{t('还没有指标节点。在考评方案的“指标节点”中设置，方案印发后在此显示。')}</p>
      )}
      {board && chosen !== undefined && (
        <>
          <Counts board={board} light={light} onLight={(one) => go({ planId, light: one })} />
          <Grid board={board} />
        </>
      )}
    </Page>
  )
}

const Urge = () => {
  const urge = useCommand(urgeMilestones, {
    onDone: ({ milestones, people }) =>
      notify(
        milestones === 0
          ? t('亮灯的节点都已告知过，没有新的需要告知。')
          : t('已就 {{milestones}} 个节点告知 {{people}} 人。', { milestones, people }),
      ),
  })
  return (
    <>
      <Button loading={urge.pending} onClick={() => void urge.run({ body: {} })}>
        {t('按亮灯催办')}
      </Button>
      <Refusal refusal={urge.refusal} />
    </>
  )
}

interface CountsProps {
  readonly board: Board
  readonly light: MilestoneLight | undefined
  readonly onLight: (light: MilestoneLight | undefined) => void
}

/** How many are alight; a click narrows the board to them. */
const Counts = ({ board, light, onLight }: CountsProps) => (
  <div className={styles.bar}>
    <ul className={styles.counts} aria-label={t('亮灯情况')}>
      {milestoneLights.toReversed().map((one) => (
        <li key={one}>
          <button
            type="button"
            className={styles.count}
            aria-pressed={light === one}
            disabled={board.counts[one] === 0 && light !== one}
            onClick={() => onLight(light === one ? undefined : one)}
          >
            <LightMark light={one} state="open" />
            <strong>{board.counts[one]}</strong>
          </button>
        </li>
      ))}
      <li>
        <span className={styles.count} style={{ cursor: 'default' }}>
          <LightMark light="waiting" state="confirmed" />
          <strong>{board.counts.confirmed}</strong>
        </span>
      </li>
    </ul>
    <span>{t('截至 {{today}}，按工作日计算；亮灯只作提醒，不改变得分。', { today: board.today })}</span>
  </div>
)

const Grid = ({ board }: { readonly board: Board }) => (
  <section className={styles.scroll} aria-label={t('节点看板')}>
    <table className={styles.board}>
      <caption className="unseen">{t('节点看板')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('日期')}</th>
          <th scope="col">{t('节点')}</th>
          {board.units.map((unit) => (
            <th key={unit.unitId} scope="col" className={styles.unit}>
              {unit.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <tr key={`${row.due}${row.milestoneKey}`}>
            <td>{row.due}</td>
            <th scope="row">
              {row.name}
              <span className={styles.indicator}>{row.indicator}</span>
            </th>
            {board.units.map(({ unitId }) => (
              <Cell key={unitId} cell={row.cells.find((cell) => cell.unitId === unitId)} />
            ))}
          </tr>
        ))}
        {board.rows.length === 0 && (
          <tr>
            <td colSpan={2 + board.units.length}>{t('没有符合条件的节点。')}</td>
          </tr>
        )}
      </tbody>
    </table>
  </section>
)

const Cell = ({ cell }: { readonly cell: Board['rows'][number]['cells'][number] | undefined }) =>
  cell === undefined ? (
    <td aria-label={t('不承担')}>—</td>
  ) : (
    <td>
      <Link to={'/milestones/$milestoneId' as never} params={{ milestoneId: cell.milestoneId } as never}>
        <LightMark light={cell.light} state={cell.state} />
      </Link>
      {(cell.state === 'reported' || cell.state === 'returned' || cell.state === 'missed') && (
        <span className={styles.state}>
          {cell.short && cell.state === 'reported' ? t('未达应达数') : word('milestoneState', cell.state)}
        </span>
      )}
    </td>
  )

export default BoardPage
