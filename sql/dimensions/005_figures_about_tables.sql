-- Figures for the planner about what the files have brought; see ops.analyze_grown().

select ops.analyze_grown();
