import { restoreOfficialBlock } from '@quanheng/contract/official-paper'
import { Button } from 'antd'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { withNames } from '../../../shared/paper/figure-names.ts'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from './official.module.css'
import type { Official, Standing } from './official.ts'

/** Who wrote what, the latest first; any of it can be put back. */
export const Revisions = ({ official, paper }: { readonly official: Official; readonly paper: Standing }) => {
  const restore = useCommand(restoreOfficialBlock, { onDone: () => notify(t('已恢复'), 'done') })
  const now = new Map(official.blocks.map(({ block, text }) => [block, text]))
  const mayEdit = official.may.includes('edit')
  return (
    <Section title={t('修改记录')}>
      <Refusal refusal={restore.refusal} />
      <ul className={styles.list}>
        {official.revisions.map(({ number, block, text, by, at, restored }) => (
          <li key={`${number}${block}`}>
            <strong>{word('proseBlock', block)}</strong>{' '}
            <span className={styles.soft}>
              {number === 1
                ? t('{{name}}起草，{{time}}', { name: by, time: sayMoment(at) })
                : restored
                  ? t('{{name}}恢复，{{time}}', { name: by, time: sayMoment(at) })
                  : t('{{name}}修改，{{time}}', { name: by, time: sayMoment(at) })}
            </span>
            <div className={styles.old}>{withNames(text, official.figures) || t('（空）')}</div>
            {mayEdit && now.get(block) !== text && (
              <Button
                size="small"
                loading={restore.pending}
                aria-label={t('恢复{{block}}第{{number}}版', { block: word('proseBlock', block), number })}
                onClick={() =>
                  restore.run({
                    params: { officialPaperId: paper.id },
                    body: { version: paper.version, block, revision: number },
                  })
                }
              >
                {t('恢复为此')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
