import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'preact/hooks';
import { judgeTyped } from '../../../../utils/campaign/judgeTyped';
import type { Coverage } from '../../../../utils/campaign/progress/state';
import type { RosterItem } from '../../../../utils/campaign/roster/item';
import { withoutSecrets } from '../../../../utils/findings/url';
import { beijingTime } from '../../../../utils/report/columns';
import { TypedUpdateForm } from '../../../shared/TypedUpdateForm';
import { t, words } from '../../../shared/words';
import { Screenshot } from '../../Screenshot';
import type { CampaignModel } from '../model';
import { LocalPicture } from './LocalPicture';

/** The light border that a reader needs around a code, in modules. */
const QUIET = 4;

/** The way to the phone and back: a code that opens the account there, and what the phone showed, kept as 人工录入. */
export function Phone({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
  const { item, typedUpdate } = coverage.record;
  const now = () => new Date(model.now()).toISOString();
  return (
    <section class="phone" aria-label={t('phone.title')}>
      <h3>{t('phone.title')}</h3>
      <div class="phone-bridge">
        <Code item={item} />
        <div>
          <p class="hint">{t(item.url ? 'phone.scan' : 'phone.search', item.name)}</p>
          <TypedUpdateForm
            everywhere
            focus={item.id}
            now={now}
            thumbnail={(picture) => <LocalPicture blob={picture} />}
            judged={(day) =>
              words(judgeTyped(item, day, now(), { now: model.today.value, pack: model.pack.value }).reason)
            }
            keep={(look) => void model.keepTyped(item, look)}
          />
        </div>
      </div>
      {typedUpdate ? (
        <div class="typed-kept">
          <p>
            <b>{t('phone.typed')}</b> {typedUpdate.day ?? t('phone.noDay')}
            {typedUpdate.words && typedUpdate.words !== typedUpdate.day
              ? t('phone.asTyped', typedUpdate.words)
              : ''}{' '}
            <small>
              {typedUpdate.author} {beijingTime(typedUpdate.at)}
            </small>
          </p>
          {typedUpdate.picture ? (
            <Screenshot sha={typedUpdate.picture} focus={null} long={false} model={model} />
          ) : null}
          <p class="actions">
            {typedUpdate.outcome?.kind === 'fail' ? (
              <button type="button" class="primary" onClick={() => void model.recordTyped(item, typedUpdate)}>
                {t('phone.record')}
              </button>
            ) : null}
            <button type="button" onClick={() => void model.keepTyped(item, null)}>
              {t('phone.takeBack')}
            </button>
          </p>
        </div>
      ) : null}
    </section>
  );
}

/** The account's address as a code, drawn here; without an address its name, to be searched for in the app. */
function Code({ item }: { item: RosterItem }) {
  const text = item.url ? withoutSecrets(item.url) : item.name;
  const code = useMemo(() => generate(text), [text]);
  const size = code.size + 2 * QUIET;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={t('phone.code', text)}
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={size} height={size} fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" />
    </svg>
  );
}
