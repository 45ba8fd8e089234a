import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../shared/words';

/** A picture that is at hand but not stored yet, small. */
export function LocalPicture({ blob }: { blob: Blob }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url ? <img class="thumbnail" src={url} alt={t('typed.thumbnail')} /> : null;
}
