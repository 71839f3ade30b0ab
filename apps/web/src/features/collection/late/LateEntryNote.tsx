import { listLateEntries } from '@quanheng/contract/late-entry'
import { Button } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import type { ShownDatum } from '../row.ts'
import { AskDialog } from './AskDialog.tsx'
import { sayAnswer } from './late-entry.ts'

/** On a figure past its day: that it is locked, whether leave was asked, and how to ask. */
export const LateEntryNote = ({ datum }: { readonly datum: ShownDatum }) => {
  const [asking, setAsking] = useState(false)
  const [last] = useQueryRoute(listLateEntries, { query: { datumId: datum.id, size: 1 } }).data?.rows ?? []
  if (last?.state === 'asked')
    return (
      <NextAct
        turn={last.may.includes('grant') ? 'mine' : 'others'}
        act={
          <LinkButton to="/collection/late-entries" search={{ open: last.id } as never}>
            {last.may.includes('grant') ? t('批复') : t('查看申请')}
          </LinkButton>
        }
      >
        {t('已逾期锁定。{{unit}}申请补报至{{day}}，等待批复。', { unit: last.askedName, day: last.wantedUntil })}
      </NextAct>
    )
  const earlier =
    last && last.state !== 'withdrawn'
      ? ` ${t('上次申请：{{answer}}', { answer: `${word('lateEntryState', last.state)}，${sayAnswer(last)}` })}`
      : ''
  return (
    <>
      <NextAct
        turn="stopped"
        act={
          datum.mayAskLateEntry && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('申请补报')}
            </Button>
          )
        }
      >
        {t('已超过报送期限{{due}}，数据已锁定，由填报单位申请补报，牵头单位同意后方可报送。', { due: datum.due })}
        {earlier}
      </NextAct>
      {asking && <AskDialog datum={datum} onClose={() => setAsking(false)} />}
    </>
  )
}
