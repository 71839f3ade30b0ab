import { administrators } from '@quanheng/contract/organisation-view'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'

/** Says which of the three administrators is missing, or has not set a password yet; silent when all three are there. */
export const Administrators = () => {
  const rows = useQueryRoute(administrators, {}).data?.rows ?? []
  const missing = rows.filter((row) => row.holders.length === 0)
  const asleep = rows.flatMap((row) => row.holders.filter((holder) => !holder.hasPassword).map(({ name }) => name))
  if (missing.length > 0) {
    return (
      <NextAct turn="mine">
        {t(
          '三员尚缺：{{missing}}。请登记人员并办理任职，再发送一次性链接；三类管理员须由不同的人担任，且不得兼任考评业务职务。',
          {
            missing: missing.map((row) => word('post', row.kind)).join('、'),
          },
        )}
      </NextAct>
    )
  }
  if (asleep.length === 0) return null
  return (
    <NextAct turn="others">
      {t('管理员 {{names}} 还没有设置密码。一次性链接半小时内有效，过期的请重新发送。', { names: asleep.join('、') })}
    </NextAct>
  )
}
