import { Button } from 'antd'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { StateTag } from '../../shared/state/StateTag.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { sayMoment } from '../../shared/time/time.ts'
import type { Circular, Receipt } from './circular.ts'

interface Props {
  readonly circular: Circular
  readonly onPaper: (receipt: Receipt) => void
}

/** Who received it, opened it and signed; before it is issued, whom it would reach today. */
export const Receipts = ({ circular, onPaper }: Props) => {
  const out = circular.state === 'issued' || circular.state === 'withdrawn'
  const late = circular.signBy !== null && circular.signBy < circular.today
  const given = (row: Receipt) => {
    if (row.signedAt !== null)
      return <StateTag word={row.scanDigest === null ? t('已签收') : t('纸质签收')} tone="done" />
    return late ? <StateTag word={t('逾期未签')} tone="stop" /> : <StateTag word={t('未签收')} tone="waiting" />
  }
  return (
    <Sheet
      caption={t('签收情况')}
      columns={[
        { key: 'unit', title: t('单位'), width: 220, render: (row: Receipt) => row.unitName },
        {
          key: 'post',
          title: t('岗位'),
          width: 180,
          render: (row) => (row.post === null ? t('单位签收') : `${word('post', row.post)} ${row.personName ?? ''}`),
        },
        ...(out
          ? [
              { key: 'state', title: t('签收情况'), render: given },
              {
                key: 'read',
                title: t('阅看'),
                width: 200,
                render: (row: Receipt) => (row.readAt === null ? '' : `${row.readBy ?? ''} ${sayMoment(row.readAt)}`),
              },
              {
                key: 'signed',
                title: t('签收'),
                width: 200,
                render: (row: Receipt) =>
                  row.signedAt === null ? '' : `${row.signedBy ?? ''} ${sayMoment(row.signedAt)}`,
              },
              {
                key: 'paper',
                title: t('纸质签收'),
                width: 150,
                render: (row: Receipt) => {
                  if (row.scanDigest !== null)
                    return (
                      <a
                        href={`/api/circulars/${circular.id}/files/${row.scanDigest}`}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {t('查看扫描件')}
                      </a>
                    )
                  return circular.may.includes('registerReceipt') && row.signedAt === null ? (
                    <Button size="small" onClick={() => onPaper(row)}>
                      {word('circularCommand', 'registerReceipt')}
                    </Button>
                  ) : (
                    ''
                  )
                },
              },
            ]
          : []),
      ]}
      rows={circular.receipts}
      rowKey={(row) => row.key}
      empty={t('还没有发送对象。')}
    />
  )
}
