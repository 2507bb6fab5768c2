// Runs before every other module of the page: schemas look at this setting when they are made.
import '../../core/model/parse';
