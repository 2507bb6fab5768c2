import { startEndpoint } from '../../../electron/endpoint/start-endpoint';
import { testSecret } from '../../support/delivery-secret';
import { seeded } from '../../support/fault-proxy';

const [dir = '', faults = '', seed = '0'] = process.argv.slice(2);
const running = await startEndpoint({
  dir,
  port: 0,
  secret: testSecret,
  faults,
  random: seeded(Number(seed)),
  commitPatience: 30,
  onDefect: (error) => console.error(error),
});
console.log(new URL(running.url).port);
