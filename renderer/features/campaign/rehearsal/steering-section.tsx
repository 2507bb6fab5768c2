import type { Rehearsal } from '../../../../core/model/report';
import { useText } from '../../../text/use-text';
import { Notice } from '../../../ui/notice';
import { valueWords } from '../rules/rule-words';
import { useSpeaker } from '../speaker';

/** What a run comes by: alerts it raises, campaigns it starts, and what it never reaches. */
export function SteeringSection({
  rehearsal: { alerts, signals, skipped },
  name,
}: {
  rehearsal: Pick<Rehearsal, 'alerts' | 'signals' | 'skipped'>;
  name: (activity: string) => string;
}) {
  const t = useText();
  const speaker = useSpeaker();
  if (alerts.length + signals.length + skipped.length === 0) return null;
  return (
    <section className="section">
      <h2>{t.rehearsal.steering}</h2>
      {alerts.map((alert) => (
        <Notice key={alert.activity} tone="warning" says={alert.title} hint={alert.message || undefined} />
      ))}
      {signals.map((signal) => {
        const values = Object.entries(signal.variables).map(([key, value]) => `${key}: ${valueWords(value, speaker)}`);
        return (
          <Notice
            key={signal.activity}
            says={t.rehearsal.starts(speaker.name('campaign', signal.campaign))}
            hint={values.length > 0 ? values.join(' · ') : undefined}
          />
        );
      })}
      {skipped.length > 0 && <Notice says={t.rehearsal.skipped(skipped.map(name).join(', '))} />}
    </section>
  );
}
